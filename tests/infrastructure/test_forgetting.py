from threading import Event

from infrastructure.forgetting import forgetting

PATIENCE = 10  # seconds, before a test that hangs is a test that fails


def test_memories_are_cleared_while_nobody_calls() -> None:
    one, other = Event(), Event()
    with forgetting(one.set, other.set, every=0.001):
        assert one.wait(PATIENCE)
        assert other.wait(PATIENCE)


def test_it_ends_with_its_block() -> None:
    called = Event()
    with forgetting(called.set):
        pass
    assert not called.is_set()

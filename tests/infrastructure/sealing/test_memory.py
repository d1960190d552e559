import pytest

from infrastructure.sealing.memory import Memory


@pytest.fixture
def now() -> list[float]:
    return [1_000.0]


@pytest.fixture
def memory(now: list[float]) -> Memory[str, str]:
    return Memory(size=100, seconds=600, clock=lambda: now[0])


def test_what_was_put_is_remembered_until_it_is_forgotten(memory: Memory[str, str]) -> None:
    memory.put("a", "key")
    assert (memory.get("a"), memory.get("b")) == ("key", None)
    memory.forget("a")
    assert memory.get("a") is None


def test_nothing_is_remembered_beyond_its_time_however_often_it_is_used(
    memory: Memory[str, str], now: list[float]
) -> None:
    memory.put("a", "key")
    for _ in range(300):
        now[0] += 1
        assert memory.get("a") == "key"
    for _ in range(301):
        now[0] += 1
        memory.get("a")
    assert memory.get("a") is None


def test_what_nobody_asked_for_a_long_time_is_gone(
    memory: Memory[str, str], now: list[float]
) -> None:
    memory.put("a", "key")
    now[0] += 901
    assert memory.get("a") is None


def test_who_comes_by_late_does_not_lengthen_a_life(
    memory: Memory[str, str], now: list[float]
) -> None:
    memory.put("a", "key")
    now[0] += 550
    assert memory.get("a") == "key"
    now[0] += 51
    assert memory.get("a") is None


def test_it_never_holds_more_than_its_size(memory: Memory[str, str]) -> None:
    for number in range(1_000):
        memory.put(str(number), "key")
    held = [number for number in range(1_000) if memory.get(str(number))]
    assert len(held) <= 100
    assert held[-1] == 999

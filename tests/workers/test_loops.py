from threading import Event

from workers.loops import repeat


def test_a_step_is_taken_again_at_once_while_there_is_work() -> None:
    stop, left = Event(), [3]

    def step() -> bool:
        left[0] -= 1
        if left[0] == 0:
            stop.set()
        return True

    repeat(step, stop, name="test", idle=3_600)
    assert left == [0]


def test_a_step_that_fails_is_taken_again() -> None:
    stop, taken = Event(), []

    def step() -> bool:
        taken.append(1)
        if len(taken) == 3:
            stop.set()
        raise ConnectionError

    repeat(step, stop, name="test", idle=0)
    assert len(taken) == 3


def test_told_to_stop_nothing_is_begun() -> None:
    stop = Event()
    stop.set()
    repeat(lambda: 1 / 0 > 0, stop, name="test")

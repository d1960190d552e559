from threading import Event

from structlog.testing import capture_logs

from workers.loops import LONGEST_PAUSE, repeat


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


def test_steps_that_fail_are_taken_more_and_more_seldom() -> None:
    waits, left = list[float](), [14]

    class Stop(Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout or 0)
            if not left[0]:
                self.set()
            return self.is_set()

    def step() -> bool:
        left[0] -= 1
        if left[0] > 1:
            raise ConnectionError
        return False

    with capture_logs() as logs:
        repeat(step, Stop(), name="test", idle=0.25)
    assert waits == [0.5, 1, 2] + [LONGEST_PAUSE] * 9 + [0.25, 0.25]
    assert [log["event"] for log in logs] == ["worker.step_failed"] * 12 + [
        "worker.step_works_again"
    ]


def test_told_to_stop_nothing_is_begun() -> None:
    stop = Event()
    stop.set()
    repeat(lambda: 1 / 0 > 0, stop, name="test")

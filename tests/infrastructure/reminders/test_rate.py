from concurrent.futures import ThreadPoolExecutor

import pytest

from infrastructure.reminders.rate import Rate


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_letters_go_one_after_the_other() -> None:
    rate = Rate(4, clock=Clock())
    assert [rate.turn(within=5) for _ in range(4)] == [0, 0.25, 0.5, 0.75]


def test_after_a_silence_a_burst_goes_at_once() -> None:
    clock = Clock()
    rate = Rate(4, burst=2, clock=clock)
    clock.now += 60
    assert [rate.turn(within=5) for _ in range(3)] == [0, 0, 0.25]


def test_a_turn_too_far_off_is_left_to_others() -> None:
    clock = Clock()
    rate = Rate(1, clock=clock)
    assert [rate.turn(within=1) for _ in range(4)] == [0, 1, 2, 2]
    clock.now += 1
    assert rate.turn(within=1) == 1


def test_without_a_limit_nobody_waits() -> None:
    rate = Rate(0)
    assert {rate.turn(within=0) for _ in range(100)} == {0}


def test_threads_share_the_limit() -> None:
    rate = Rate(8, clock=Clock())
    with ThreadPoolExecutor(8) as threads:
        turns = list(threads.map(lambda _: rate.turn(within=60), range(64)))
    assert sorted(turns) == pytest.approx([turn / 8 for turn in range(64)])

import pytest

from infrastructure.reminders.breaker import (
    LONGEST_REST,
    MOST_FAILURES,
    SHORTEST_REST,
    TRIAL,
    Breaker,
    BreakerState,
)


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(clock=clock)
    for _ in range(MOST_FAILURES):
        assert breaker.admit() == 0
        breaker.failed()
    return breaker


def test_a_gateway_that_fails_in_a_row_is_left_alone(clock: Clock) -> None:
    breaker = opened(clock)
    assert breaker.state is BreakerState.OPEN
    assert breaker.admit() == breaker.left() == SHORTEST_REST
    clock.now += SHORTEST_REST - 1
    assert breaker.admit() == 1


def test_failures_between_successes_open_nothing(clock: Clock) -> None:
    breaker = Breaker(clock=clock)
    for _ in range(3 * MOST_FAILURES):
        breaker.failed()
        breaker.succeeded()
    assert breaker.admit() == 0


def test_after_its_rest_one_letter_tries_it(clock: Clock) -> None:
    breaker = opened(clock)
    clock.now += SHORTEST_REST
    assert breaker.admit() == 0
    assert breaker.state is BreakerState.HALF_OPEN
    assert breaker.admit() == TRIAL
    breaker.succeeded()
    assert (breaker.state, breaker.admit()) == (BreakerState.CLOSED, 0)


def test_each_rest_is_longer_than_the_one_before(clock: Clock) -> None:
    breaker, rests = opened(clock), [SHORTEST_REST]
    for _ in range(5):
        clock.now += rests[-1]
        assert breaker.admit() == 0
        breaker.failed()
        rests.append(breaker.left())
    assert rests == [30, 60, 120, 240, LONGEST_REST, LONGEST_REST]


def test_a_letter_that_never_says_how_it_went_blocks_no_other_for_long(clock: Clock) -> None:
    breaker = opened(clock)
    clock.now += SHORTEST_REST
    breaker.admit()
    clock.now += TRIAL
    assert breaker.admit() == 0


def test_each_change_is_told_once(clock: Clock) -> None:
    told: list[BreakerState] = []
    breaker = Breaker(told.append, clock)
    for _ in range(2 * MOST_FAILURES):
        breaker.failed()
    clock.now += SHORTEST_REST
    breaker.admit()
    breaker.succeeded()
    breaker.succeeded()
    assert told == [BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED]

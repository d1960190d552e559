from datetime import UTC, datetime, timedelta

import pytest

from application.accounts.ports import Tries
from application.accounts.throttle import (
    FREE_FOR_ACCOUNT,
    FREE_FROM_ADDRESS,
    LONGEST_WAIT,
    place_of,
    wait,
)

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
NO_WAIT = timedelta()
NOBODY = Tries()


def waits(pair: Tries, *, address: Tries = NOBODY, account: Tries = NOBODY) -> timedelta:
    return wait(pair=pair, address=address, account=account, now=NOW)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (9, 480), (10, 900), (10_000, 900)]
)
def test_each_further_failure_doubles_the_wait(failures: int, seconds: int) -> None:
    assert waits(Tries(failures, NOW)) == timedelta(seconds=seconds)


def test_time_passes() -> None:
    assert waits(Tries(5, NOW - timedelta(seconds=20))) == timedelta(seconds=10)
    assert waits(Tries(5, NOW - timedelta(seconds=30))) == NO_WAIT


@pytest.mark.parametrize(
    "others",
    [{"address": Tries(FREE_FROM_ADDRESS, NOW)}, {"account": Tries(FREE_FOR_ACCOUNT, NOW)}],
)
def test_the_failures_of_others_keep_out_who_is_not_known_there(others: dict[str, Tries]) -> None:
    assert waits(NOBODY, **others) == LONGEST_WAIT
    assert waits(Tries(0, NOW, known=True), **others) == NO_WAIT


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("a socket", "a socket"),
    ],
)
def test_a_subscriber_is_one_place(address: str, place: str) -> None:
    assert place_of(address) == place

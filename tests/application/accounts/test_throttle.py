from datetime import UTC, datetime, timedelta

import pytest

from application.accounts.ports import Tries
from application.accounts.throttle import FREE_FROM_ADDRESS, LONGEST_WAIT, wait

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
NO_WAIT = timedelta()


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (9, 480), (10, 900), (10_000, 900)]
)
def test_each_further_failure_doubles_the_wait(failures: int, seconds: int) -> None:
    assert wait(pair=Tries(failures, NOW), address=Tries(), now=NOW) == timedelta(seconds=seconds)


def test_time_passes() -> None:
    pair = Tries(5, NOW)
    assert wait(pair=pair, address=Tries(), now=NOW + timedelta(seconds=20)) == timedelta(
        seconds=10
    )
    assert wait(pair=pair, address=Tries(), now=NOW + timedelta(seconds=30)) == NO_WAIT


def test_an_address_that_tries_many_accounts_waits_but_for_who_is_known_there() -> None:
    address = Tries(FREE_FROM_ADDRESS, NOW)
    assert wait(pair=Tries(), address=address, now=NOW) == LONGEST_WAIT
    assert wait(pair=Tries(0, NOW, known=True), address=address, now=NOW) == NO_WAIT

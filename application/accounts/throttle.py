"""How long to wait after failed sign-ins: one pair of account and address never locks another."""

from datetime import datetime, timedelta

from application.accounts.ports import Tries

FREE = 5  # failures of one account from one address before anybody waits
FIRST_WAIT = timedelta(seconds=30)  # doubles with each further failure
LONGEST_WAIT = timedelta(minutes=15)
FREE_FROM_ADDRESS = 100  # failures of one address over all accounts, within the window
WINDOW = timedelta(minutes=15)


def wait(*, pair: Tries, address: Tries, now: datetime) -> timedelta:
    """Time left before this account may try from this address; zero when it may now.

    An office shares one address: colleagues who have signed in from there before are not kept
    out by the failures of others, and nobody is kept out elsewhere.
    """
    waits = [_left(pair.last_at, _penalty(pair.failures), now)]
    if address.failures >= FREE_FROM_ADDRESS and not pair.known:
        waits.append(_left(address.last_at, LONGEST_WAIT, now))
    return max(waits)


def _penalty(failures: int) -> timedelta:
    if failures < FREE:
        return timedelta()
    doublings = min(failures - FREE, 10)  # far beyond the longest wait already
    return min(FIRST_WAIT * int(2**doublings), LONGEST_WAIT)


def _left(last_at: datetime | None, penalty: timedelta, now: datetime) -> timedelta:
    if last_at is None:
        return timedelta()
    return max(last_at + penalty - now, timedelta())

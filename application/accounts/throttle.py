"""How long to wait after failed sign-ins: one pair of account and address never locks another."""

from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

from application.accounts.ports import Tries

FREE = 5  # failures of one account from one address before anybody waits
FIRST_WAIT = timedelta(seconds=30)  # doubles with each further failure
LONGEST_WAIT = timedelta(minutes=15)
FREE_FROM_ADDRESS = 100  # failures of one address over all accounts, within the window
FREE_FOR_ACCOUNT = 50  # failures of one account from all addresses, within the window
WINDOW = timedelta(minutes=15)
ONE_SUBSCRIBER = 64  # bits of an IPv6 address; the others are theirs to choose


def wait(*, pair: Tries, address: Tries, account: Tries, now: datetime) -> timedelta:
    """Time left before this account may try from this address; zero when it may now.

    An office shares one address, and an account may be tried from many: who has signed in from
    there before is not kept out by the failures of others.
    """
    waits = [_left(pair.last_at, _penalty(pair.failures), now)]
    if not pair.known:
        if address.failures >= FREE_FROM_ADDRESS:
            waits.append(_left(address.last_at, LONGEST_WAIT, now))
        if account.failures >= FREE_FOR_ACCOUNT:
            waits.append(_left(account.last_at, LONGEST_WAIT, now))
    return max(waits)


def place_of(address: str) -> str:
    """What one subscriber cannot change: an IPv4 address, the first half of an IPv6 one."""
    try:
        known = ip_address(address)
    except ValueError:
        return address  # a Unix socket has none
    if isinstance(known, IPv6Address):
        return str(IPv6Network((known, ONE_SUBSCRIBER), strict=False))
    return str(known)


def _penalty(failures: int) -> timedelta:
    if failures < FREE:
        return timedelta()
    doublings = min(failures - FREE, 10)  # far beyond the longest wait already
    return min(FIRST_WAIT * int(2**doublings), LONGEST_WAIT)


def _left(last_at: datetime | None, penalty: timedelta, now: datetime) -> timedelta:
    if last_at is None:
        return timedelta()
    return max(last_at + penalty - now, timedelta())

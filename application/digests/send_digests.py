"""Send the daily letters whose hour has come: how much is unread, to whoever asked for it.

Each is taken by one process, and bears the same key at each attempt: cut anywhere, it leaves once
through a postbox that knows keys.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import structlog

from application.accounts.ports import Accounts, Members
from application.digests.choose_digest import next_digest
from application.digests.ports import DigestDue, Digests
from application.digests.wording import DigestWording
from application.inbox.looking import Looking
from application.inbox.ports import Inbox, InboxKind
from application.network import Network
from application.reminders.postbox import Letter, NotDelivered, Postbox, TryLater
from domain.pathway.reminders import Channel
from domain.reviews import reviewed_in
from domain.wall_time import instant_at

AT_ONCE = 100  # digests
LEASE = timedelta(minutes=30)
AGAIN = timedelta(minutes=15)
GIVEN_UP = timedelta(hours=6)  # after its hour; the next one tells the same

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Digesting:
    """What sending digests takes."""

    network: Network
    inbox: Inbox
    digests: Digests
    accounts: Accounts
    members: Members
    postbox: Postbox
    wordings: tuple[DigestWording, ...]
    public_url: str = field(default="")  # where people reach this installation


def send_digests(digesting: Digesting) -> int:
    """Send those whose moment has come; how many left.

    Raises:
        StoreUnavailable: a database cannot be reached; the next look goes on.
    """
    now, sent = digesting.network.clock(), 0
    while due := digesting.digests.take(now=now, lease=LEASE, limit=AT_ONCE):
        sent += sum(_sent(digesting, one, now) for one in due)
    return sent


def digest_key(account_id: UUID, day: date) -> UUID:
    """The key of the letter: one a day and account."""
    return uuid5(account_id, f"digest {day}")


def _sent(digesting: Digesting, due: DigestDue, now: datetime) -> bool:
    letter = _letter(digesting, due)
    day, at = next_digest(due.choice, after=now)
    left = False
    try:
        if letter and Channel.EMAIL in digesting.postbox.channels:
            digesting.postbox.deliver(letter)
            left = True
    except NotDelivered as failed:
        log.warning("digest.not_sent", account_id=str(due.account_id), reason=failed.reason)
        if isinstance(failed, TryLater) and now + AGAIN < _moment(due) + GIVEN_UP:
            day, at = due.day, now + AGAIN
    digesting.digests.put_off(due, day=day, at=at)
    return left


def _letter(digesting: Digesting, due: DigestDue) -> Letter | None:
    """None where nothing is unread, or nobody has the account any more."""
    unread = _unread(digesting, due.account_id)
    address = digesting.accounts.address(due.account_id)
    if not (unread and address):
        return None
    wording = reviewed_in(due.choice.language, digesting.wordings)
    text = wording.text(unread, link=digesting.public_url.rstrip("/"))
    key = digest_key(due.account_id, due.day)
    return Letter(key, Channel.EMAIL, address, wording.subject, text)


def _unread(digesting: Digesting, account_id: UUID) -> Counter[InboxKind]:
    """Under each of their hats, what they may still know."""
    unread: Counter[InboxKind] = Counter()
    for membership in digesting.accounts.memberships(account_id):
        if member := digesting.members.member(membership):
            unread += Looking(digesting.network, digesting.inbox, member).unread()
    return unread


def _moment(due: DigestDue) -> datetime:
    before = datetime.combine(due.day, due.choice.at)
    return instant_at(before, due.choice.zone)

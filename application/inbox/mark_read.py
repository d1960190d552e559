"""Say that an item was read, or have it unread again: for oneself, and as often as one likes."""

from uuid import UUID

from application.inbox.knowing import known_of
from application.inbox.ports import Addressee, Inbox
from application.network import Network
from domain.members import Member
from domain.refusals import NotFound


class InboxItemUnknown(NotFound):
    code = "inbox-item-unknown"
    title = "Nothing under this id is in your inbox: read the list again."


def mark_read(network: Network, inbox: Inbox, item_id: UUID, by: Member) -> None:
    """Remember that this member has read it.

    Raises:
        InboxItemUnknown: it is not addressed to them, or they may no longer know of it.
    """
    _must_be_theirs(network, inbox, item_id, by)
    inbox.read(item_id, by.id, at=network.clock())


def mark_unread(network: Network, inbox: Inbox, item_id: UUID, by: Member) -> None:
    """Have it among the unread ones of this member again.

    Raises:
        InboxItemUnknown: it is not addressed to them, or they may no longer know of it.
    """
    _must_be_theirs(network, inbox, item_id, by)
    inbox.unread(item_id, by.id)


def _must_be_theirs(network: Network, inbox: Inbox, item_id: UUID, by: Member) -> None:
    kept = inbox.find(item_id, Addressee(by.organisation_id, by.id))
    known = known_of(network, kept.item, by) if kept else None
    if kept is None or known is None or not known.includes(kept.item):
        raise InboxItemUnknown

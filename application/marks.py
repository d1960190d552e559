"""Marks: what somebody saw of one item, so that nobody decides on what has changed since."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from uuid import UUID

from application.commands import Command
from application.ports import EventLog
from application.refusals import ChangedSinceSeen
from domain.access import Sight
from domain.kernel import DomainEvent, Fact
from domain.refusals import NotFound

Concern = Callable[[Fact], bool]  # whether a fact is about an item


def about(**ids: UUID) -> Concern:
    """The concern for the item that has one of these ids, by the name that facts give it."""
    return lambda fact: any(getattr(fact, name, None) == value for name, value in ids.items())


def mark(visible: Iterable[DomainEvent], concern: Concern) -> str | None:
    """The mark of an item; None where nothing of it is seen.

    History is only added to: an item's facts are told apart by their places in their stream.
    What the viewer may not see does not move it.
    """
    events = [event for event in visible if concern(event.fact)]
    if not events:
        return None
    digest = sha256(events[0].originator_id.bytes)
    for event in events:
        digest.update(event.originator_version.to_bytes(8))
    return digest.hexdigest()[:32]


def must_be_as_seen(log: EventLog, sight: Sight, command: Command) -> None:
    """Refuse a command decided upon something that has visibly changed since.

    Raises:
        NotFound: nothing of it is seen any more.
        ChangedSinceSeen: it is not what the caller saw.
    """
    now = mark_at(log, sight, command, version=sight.pathway.version)
    if now is None:
        raise NotFound
    if now != command.expected:
        raise ChangedSinceSeen


def mark_at(log: EventLog, sight: Sight, command: Command, *, version: int) -> str | None:
    """The mark of what a command addresses, as of a version of its stream."""
    events = log.stream(sight.pathway.id)[:version]
    return mark(sight.visible(events), command.concerns)

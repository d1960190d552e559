"""What is said on one of two pathways is said on the other: two appends, the second from the first.

Whoever recorded the first goes on with the second at once; where they were cut, the follower of
the history does. Its command's id derives from the first one's, so that it is recorded once.
"""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID, uuid5

from application.commands import Command
from application.duplicates.told import referents_to_tell
from application.network import Decision, Network
from application.once import was_done
from application.ports import Recorded
from application.refusals import EventUnreadable
from domain.kernel import DomainEvent, Fact
from domain.likeness import keeps_apart
from domain.pathway.duplicates import LinkAsked
from domain.pathway.links import (
    LinkUnknown,
    PathwaysAlreadyLinked,
    PathwaysLinked,
    PathwaysUnlinked,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway


class SaidOnOtherSide(Command):
    """In nobody's name: who said it stands on the pathway where they did."""

    pathway_id: UUID
    first_id: UUID  # the command by which it was said


def linked_on_both(network: Network, recorded: Recorded) -> Recorded:
    """Go on at once with the other side of a link that was just made or ended, or had been.

    What is asked of the other side waits for the follower instead: how long the answer takes
    must not tell whether anybody is there to be told.
    """
    for event in network.log.stream(recorded.stream_id):
        if event.originator_version == recorded.version and not isinstance(event.fact, LinkAsked):
            tell_other_side(network, event)
    return recorded


def tell_other_side(network: Network, event: DomainEvent) -> None:
    """Say on the other pathway what a member said on one, where that is for it to know."""
    if event.actor_id is None or event.command_id is None:
        return
    match event.fact:
        case LinkAsked() as asked:
            _record(network, event, asked.other_id, lambda other: _suggested(network, event, other))
        case PathwaysLinked() as linked:
            _record(network, event, linked.linked_id, lambda other: _linked(event, linked, other))
        case PathwaysUnlinked() as ended:
            _record(network, event, ended.linked_id, lambda other: _unlinked(ended, other))


def _record(
    network: Network, event: DomainEvent, other_id: UUID, decision: Decision[Pathway]
) -> None:
    first_id = event.command_id or other_id
    command = SaidOnOtherSide(
        command_id=uuid5(first_id, str(other_id)), pathway_id=other_id, first_id=first_id
    )
    done = (PathwaysAlreadyLinked, LinkUnknown)
    with suppress(*done, PathwayNotOpened, EventUnreadable):  # erased, or to be repaired
        if not was_done(network, other_id, command.command_id):
            network.decide(Pathway, other_id, decision, command=command, by=None)


def _suggested(network: Network, event: DomainEvent, other: Pathway) -> Iterable[Fact]:
    """The organisations of its referents are told; where the person may be sought, nobody is."""
    other.must_be_open()
    asked = event.fact
    if not isinstance(asked, LinkAsked) or keeps_apart(network.log.stream(other.id)):
        return []
    here = network.log.load(Pathway, event.originator_id)
    return other.duplicates.suggest(
        flag_id=asked.flag_id,
        other_id=here.id,
        told=referents_to_tell(other, of=here),
        at=asked.occurred_at,
    )


def _linked(event: DomainEvent, linked: PathwaysLinked, other: Pathway) -> Fact:
    other.must_be_open()
    return other.links.link(
        link_id=linked.link_id,
        linked_id=event.originator_id,
        data_class=linked.data_class,
        at=linked.occurred_at,
    )


def _unlinked(ended: PathwaysUnlinked, other: Pathway) -> Fact:
    other.must_be_open()
    return other.links.unlink(link_id=ended.link_id, at=ended.occurred_at)

"""Read what happened on a pathway, fact by fact, as the viewer may see it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from application.duplicates.linked import linked_for
from application.network import Network
from application.pathways.looking import PathwayAsked, Seen, look_at
from application.traces.trace import Look, Traces
from domain.access import Ground
from domain.kernel import DomainEvent, Fact
from domain.members import Member
from domain.pathway.links import PathwaysLinked


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A fact as shown; its place in the stream stays inside, or gaps would tell of hidden ones."""

    pathway_id: UUID  # the one asked for, or one that is linked with it
    fact: Fact
    recorded_at: datetime | None
    actor_id: UUID | None  # member; None for the system itself
    organisation_id: UUID | None
    ground: Ground


def read_timeline(
    network: Network, traces: Traces, asked: PathwayAsked, by: Member
) -> tuple[TimelineEntry, ...]:
    """The facts that the viewer may see, in the order they were recorded.

    Linked pathways are read together: each fact on the grounds of its own, each look traced.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    seen = look_at(network, traces, by, asked=asked, look=Look.TIMELINE)
    told = with_linked(network, traces, asked, seen, by)
    return tuple(entry_of(event, ground) for event, ground in told)


def with_linked(
    network: Network, traces: Traces, asked: PathwayAsked, seen: Seen, by: Member
) -> Seen:
    """The same facts, and those of linked pathways among them, in the order of their recording."""
    if not any(isinstance(event.fact, PathwaysLinked) for event, _ in seen):
        return seen
    told = list(seen)
    for linked_id in linked_for(network, asked.pathway_id, by):
        also = replace(asked, pathway_id=linked_id)
        told += look_at(network, traces, by, asked=also, look=Look.TIMELINE)
    return sorted(told, key=lambda shown: shown[0].position)


def entry_of(event: DomainEvent, ground: Ground) -> TimelineEntry:
    return TimelineEntry(
        pathway_id=event.originator_id,
        fact=event.fact,
        recorded_at=event.recorded_at,
        actor_id=event.actor_id,
        organisation_id=event.organisation_id,
        ground=ground,
    )

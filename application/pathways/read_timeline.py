"""Read what happened on a pathway, fact by fact, as the viewer may see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.network import Network
from application.pathways.looking import PathwayAsked, look_at
from application.traces.trace import Look, Traces
from domain.access import Ground
from domain.kernel import Fact
from domain.members import Member


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A fact as shown; its place in the stream stays inside, or gaps would tell of hidden ones."""

    fact: Fact
    recorded_at: datetime | None
    actor_id: UUID | None  # member; None for the system itself
    organisation_id: UUID | None
    ground: Ground


def read_timeline(
    network: Network, traces: Traces, asked: PathwayAsked, by: Member
) -> tuple[TimelineEntry, ...]:
    """The facts that the viewer may see, in the order they were recorded.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    return tuple(
        TimelineEntry(
            fact=event.fact,
            recorded_at=event.recorded_at,
            actor_id=event.actor_id,
            organisation_id=event.organisation_id,
            ground=ground,
        )
        for event, ground in look_at(network, traces, by, asked=asked, look=Look.TIMELINE)
    )

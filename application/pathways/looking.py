"""How one pathway is looked at: its whole stream, access as of now, a trace, then the facts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.network import Network
from application.traces.trace import Look, Purpose, Trace, Traces
from domain.access import Ground
from domain.erasure import Erased
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.wrong_file import without_wrong_entries


@dataclass(frozen=True, slots=True)
class PathwayAsked:
    """What a viewer wants to look at."""

    pathway_id: UUID
    as_of: datetime | None = None  # as it was recorded at that instant; None for now
    purpose: Purpose = Purpose.FOLLOW_UP


Seen = list[tuple[DomainEvent, Ground]]


def look_at(
    network: Network, traces: Traces, viewer: Member, *, asked: PathwayAsked, look: Look
) -> Seen:
    """The facts of a pathway that a viewer may see, each with its ground, once that is traced.

    Access is decided as of now, whatever the instant asked for: it brings back nothing that was
    withdrawn or erased since.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    pathway, events = network.log.whole(Pathway, asked.pathway_id)
    sight = network.sight(pathway, viewer)
    if not sight.of_anything():
        raise PathwayNotOpened
    seen = [
        (event, ground)
        for event in without_wrong_entries(events)
        if _is_there(event, as_of=asked.as_of) and (ground := sight.of(event)) is not None
    ]
    traces.write(
        Trace(
            at=network.clock(),
            member_id=viewer.id,
            organisation_id=viewer.organisation_id,
            pathway_id=asked.pathway_id,
            look=look,
            purpose=asked.purpose,
            as_of=asked.as_of,
            grounds=frozenset(ground for _, ground in seen),
            classes=frozenset(event.fact.data_class for event, _ in seen),
        )
    )
    return seen


def _is_there(event: DomainEvent, *, as_of: datetime | None) -> bool:
    recorded_in_time = as_of is None or (
        event.recorded_at is not None and event.recorded_at <= as_of
    )
    return recorded_in_time and not isinstance(event.fact, Erased)

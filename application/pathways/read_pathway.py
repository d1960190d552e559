"""Read where a pathway stands, from the facts that the viewer may see and no other."""

from dataclasses import dataclass

from application.marks import Concern, mark
from application.network import Network
from application.pathways.looking import PathwayAsked, look_at
from application.traces.trace import Look, Traces
from domain.kernel import DomainEvent
from domain.members import Member
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class PathwaySeen:
    """A pathway as folded from what its viewer may see, and those events."""

    pathway: Pathway
    events: tuple[DomainEvent, ...]

    def mark(self, concern: Concern) -> str | None:
        """The mark of an item; None where nothing of it is seen."""
        return mark(self.events, concern)


def read_pathway(network: Network, traces: Traces, asked: PathwayAsked, by: Member) -> PathwaySeen:
    """A pathway as its viewer may see it.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    seen = look_at(network, traces, by, asked=asked, look=Look.PATHWAY)
    events = tuple(event for event, _ in seen)
    return PathwaySeen(Pathway(asked.pathway_id).after(events), events)

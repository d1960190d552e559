"""Read where a pathway stands, from the facts that the viewer may see and no other."""

from application.network import Network
from application.pathways.looking import PathwayAsked, look_at
from application.traces.trace import Look, Traces
from domain.members import Member
from domain.pathway.pathway import Pathway


def read_pathway(network: Network, traces: Traces, asked: PathwayAsked, by: Member) -> Pathway:
    """The pathway as folded from what the viewer may see.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    seen = look_at(network, traces, by, asked=asked, look=Look.PATHWAY)
    return Pathway(asked.pathway_id).after(event for event, _ in seen)

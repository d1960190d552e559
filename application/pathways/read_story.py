"""Read a pathway as a page tells it: where it stands and what happened, in one look."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.network import Network
from application.pathways.correcting import corrections_among
from application.pathways.looking import PathwayAsked, look_at
from application.pathways.read_pathway import PathwaySeen
from application.pathways.read_timeline import TimelineEntry, entry_of, with_linked
from application.traces.trace import Look, Traces
from domain.members import Member
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Story:
    """A pathway as its viewer may see it, and its timeline, linked pathways included."""

    seen: PathwaySeen
    entries: tuple[TimelineEntry, ...]
    corrections: Mapping[int, int]  # which entry corrects which, by their places in the timeline


def read_story(network: Network, traces: Traces, asked: PathwayAsked, by: Member) -> Story:
    """The facts that the viewer may see, folded and one by one; a single look, traced as such.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the viewer may know of.
        StoreUnavailable: the look could not be traced.
    """
    own = look_at(network, traces, by, asked=asked, look=Look.TIMELINE)
    events = tuple(event for event, _ in own)
    told = with_linked(network, traces, asked, own, by)
    return Story(
        seen=PathwaySeen(Pathway(asked.pathway_id).after(events), events),
        entries=tuple(entry_of(event, ground) for event, ground in told),
        corrections=corrections_among([event for event, _ in told]),
    )

"""Give the person a copy of what is held about them, as far as the member who gives it sees."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import TimelineEntry, read_timeline
from application.traces.trace import Purpose, Traces
from domain.members import Member


class GiveCopy(Command):
    pathway_id: UUID

    @property
    def copy_id(self) -> UUID:
        return self.id_for("copy")


@dataclass(frozen=True, slots=True)
class Copy:
    """What was given; others in the circle give what this member may not see."""

    id: UUID
    at: datetime
    entries: tuple[TimelineEntry, ...]


def give_copy(network: Network, traces: Traces, command: GiveCopy, by: Member) -> Copy:
    """Record that it is given, trace it, then give it as of that moment, also when asked again.

    Source: GDPR, article 15. What a member may not see does not pass through their hands: the
    person asks it of whoever holds it.

    Raises:
        PathwayNotOpened: there is no such pathway, or none the member may know of.
        StoreUnavailable: the look could not be traced.
    """
    recorded = network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.copies.deliver(
            copy_id=command.copy_id, by=by.organisation_id, at=command.at
        ),
        command=command,
        by=by,
    )
    asked = PathwayAsked(
        command.pathway_id, as_of=recorded.recorded_at, purpose=Purpose.ASKED_BY_PERSON
    )
    entries = read_timeline(network, traces, asked, by)
    return Copy(command.copy_id, recorded.recorded_at, entries)

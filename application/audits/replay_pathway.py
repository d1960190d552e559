"""Replay a pathway as it was at an instant, and as somebody could see it then."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from application.audits.opening import AuditAsked, Opened, open_under_mandate
from application.network import Network
from application.traces.trace import Look, Trace, Traces
from domain.access import Ground
from domain.kernel import DomainEvent
from domain.making import Making
from domain.members import Member


@dataclass(frozen=True, slots=True)
class Seeing:
    """On which ground some members of an organisation could see a fact, and what made it."""

    ground: Ground
    made_by: DomainEvent | None  # None: it was erased since
    members: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class EntryReplayed:
    event: DomainEvent
    may_read: bool  # whether the auditor may read what it says
    seen: tuple[Seeing, ...]  # empty where nobody in particular is asked about


@dataclass(frozen=True, slots=True)
class Replay:
    opened: Opened
    entries: tuple[EntryReplayed, ...]

    def trace(self) -> Trace:
        """What is kept of a look at it."""
        read = (entry.event.fact.data_class for entry in self.entries if entry.may_read)
        return self.opened.trace(Look.REPLAY, read)


def replay_pathway(network: Network, traces: Traces, asked: AuditAsked, by: Member) -> Replay:
    """The facts as they were recorded then; access is decided as of then, with the hats of then.

    Raises:
        NoMandate: none runs that reaches it, or the person objects to this auditor.
        PathwayNotOpened: there was no such pathway then, or it was erased since.
        StoreUnavailable: the look could not be traced.
    """
    told = replayed(network, open_under_mandate(network, asked, by))
    traces.write(told.trace())
    return told


def replayed(network: Network, opened: Opened) -> Replay:
    """The same of what was opened, before it is traced."""
    viewers = [
        Making(opened.seen_by(network, viewer), opened.history) for viewer in opened.viewers()
    ]
    entries = [
        EntryReplayed(event, opened.sight.of(event) is not None, _seen(viewers, event))
        for event in opened.told()
    ]
    if opened.organisation is not None:
        entries = [entry for entry in entries if entry.seen]
    return Replay(opened, tuple(entries))


def _seen(viewers: Iterable[Making], event: DomainEvent) -> tuple[Seeing, ...]:
    found: dict[tuple[Ground, int], Seeing] = {}
    for viewer in viewers:
        if (ground := viewer.sight.of(event)) is not None:
            made = viewer.of(ground, event)
            key = ground, made.originator_version if made else 0
            before = found[key].members if key in found else ()
            found[key] = Seeing(ground, made, (*before, viewer.sight.viewer.id))
    return tuple(found.values())

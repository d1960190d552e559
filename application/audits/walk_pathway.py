"""Walk through a pathway's history: what it was at an instant, and what changed since another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from uuid import UUID

from application.audits.hats import caseworkers_in, hat_in
from application.audits.opening import AuditAsked, Opened, open_under_mandate
from application.audits.replay_pathway import Replay, replayed
from application.audits.stories import Story
from application.network import Network
from application.ports import A
from application.traces.trace import Traces
from domain.access import Sight
from domain.kernel import DomainEvent
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Walk:
    """Where to go: to an instant, or to the one of that place among those that are told."""

    audit: AuditAsked
    step: int | None = None  # from 0, the oldest
    since: datetime | None = None  # the instant to compare with


@dataclass(frozen=True, slots=True)
class Walked:
    replay: Replay
    before: Replay | None  # at the instant to compare with; None: none is, or nothing was there
    instants: tuple[datetime, ...]  # at which something was recorded, oldest first
    organisations: frozenset[UUID]  # as which it may be looked at


def walk_pathway(network: Network, traces: Traces, walk: Walk, by: Member) -> Walked:
    """A pathway as it was, and the instants that one may go to from there.

    Under a mandate that does not reach the whole pathway, these are of what the organisation asked
    about could see when it was recorded, or can see now.

    Raises:
        NoMandate: none runs that reaches it, or the person objects to this auditor.
        PathwayNotOpened: there was no such pathway then, or it was erased since.
        StoreUnavailable: the look could not be traced.
    """
    present = replayed(network, open_under_mandate(network, replace(walk.audit, as_of=None), by))
    instants = tuple(_instants(network, present))
    at = _chosen(walk, instants)
    told = present if at is None else _at(network, walk, at, by)
    before = _before(network, walk, by)
    traces.write(told.trace(), *((before.trace(),) if before else ()))
    return Walked(told, before, instants, present.opened.organisations())


def _chosen(walk: Walk, instants: tuple[datetime, ...]) -> datetime | None:
    if walk.step is None or not instants:
        return walk.audit.as_of
    return instants[max(0, min(walk.step, len(instants) - 1))]


def _at(network: Network, walk: Walk, at: datetime, by: Member) -> Replay:
    return replayed(network, open_under_mandate(network, replace(walk.audit, as_of=at), by))


def _before(network: Network, walk: Walk, by: Member) -> Replay | None:
    if walk.since is None:
        return None
    try:
        return _at(network, walk, walk.since, by)
    except PathwayNotOpened:  # it began later
        return None


def _instants(network: Network, present: Replay) -> Iterator[datetime]:
    opened = present.opened
    together = groupby(opened.told(), key=lambda event: event.recorded_at)
    if opened.is_reached_whole():
        yield from (at for at, _ in together if at)
        return
    seen = {entry.event.originator_version for entry in present.entries}
    then = _Then(network, opened)
    for at, group in together:
        events = list(group)
        if at and (seen & {event.originator_version for event in events} or then.saw(events, at)):
            yield at


class _Then:
    """What the organisation asked about could see of facts at the instant they were recorded."""

    def __init__(self, network: Network, opened: Opened) -> None:
        self._classes_met = network.classes_met
        self._member_id = opened.asked.member_id
        self._pathway = _story(network, Pathway(opened.asked.pathway_id))
        organisation_id = opened.asked.organisation_id
        self._organisation = (
            _story(network, Organisation(organisation_id)) if organisation_id else None
        )

    def saw(self, events: Iterable[DomainEvent], at: datetime) -> bool:
        pathway = self._pathway.at(at)
        sights = [Sight(pathway, one, self._classes_met, at) for one in self._viewers(at)]
        return any(sight.of(event) for event in events for sight in sights)

    def _viewers(self, at: datetime) -> Iterator[Member]:
        if self._organisation is None:
            return
        organisation = self._organisation.at(at)
        if self._member_id is None:
            yield from caseworkers_in(organisation)
        elif hat := hat_in(organisation, self._member_id):
            yield hat


def _story(network: Network, empty: A) -> Story[A]:
    return Story(empty, network.log.stream(empty.id))

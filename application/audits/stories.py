"""What streams were at any instant, to verify many looks at few of them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic
from uuid import UUID

from application.ports import A, EventLog
from application.refusals import EventUnreadable
from domain.erasure import Erased
from domain.instants import FIRST
from domain.kernel import DomainEvent
from domain.mandates.register import REGISTER, Register
from domain.organisation.organisation import Organisation
from domain.pathway.erasing import tells_erasure
from domain.pathway.pathway import Pathway

ORGANISATIONS = 500  # whose histories are held at once


@dataclass(slots=True)
class Story(Generic[A]):
    """One stream; asked for later and later instants, it is folded once."""

    empty: A
    events: Sequence[DomainEvent]
    _folded: A = field(init=False)

    def __post_init__(self) -> None:
        self._folded = self.empty

    @property
    def has_losses(self) -> bool:
        """Whether the key of a fact was lost in a restore: what it said is not known."""
        return any(isinstance(event.fact, Erased) and event.fact.lost for event in self.events)

    def until(self, at: datetime) -> Sequence[DomainEvent]:
        """What was recorded until an instant, which is a prefix of history."""
        return self.events[: bisect_right(self.events, at, key=_recorded_at)]

    def at(self, at: datetime) -> A:
        events = self.until(at)
        known = self._folded if self._folded.version <= len(events) else self.empty
        self._folded = known.after(events[known.version :])
        return self._folded

    def turns(self, at: datetime, within: timedelta) -> Iterator[datetime]:
        """The instants near this one at which something was recorded."""
        instants = map(_recorded_at, self.events)
        return (one for one in instants if at - within < one <= at + within)


class Stories:
    """Pathways of one page of looks, organisations as long as there is room, the mandates."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._pathways: Mapping[UUID, Sequence[DomainEvent]] = {}
        self._told: dict[UUID, Story[Pathway]] = {}
        self._organisations: dict[UUID, Story[Organisation]] = {}
        self.register = Story(Register(REGISTER), log.stream(REGISTER))

    def turn_to(self, pathway_ids: Collection[UUID]) -> None:
        """Hold these pathways instead of those before."""
        self._pathways, self._told = self._readable(set(pathway_ids)), {}

    def pathway(self, pathway_id: UUID) -> Story[Pathway] | None:
        """One of them; None where the person was erased, or a fact cannot be read."""
        events = self._pathways.get(pathway_id)
        if events is None or tells_erasure(events):
            return None
        return self._told.setdefault(pathway_id, Story(Pathway(pathway_id), events))

    def organisation(self, organisation_id: UUID) -> Story[Organisation]:
        if organisation_id not in self._organisations:
            if len(self._organisations) >= ORGANISATIONS:
                self._organisations.clear()
            events = self._log.stream(organisation_id)
            story = Story(Organisation(organisation_id), events)
            self._organisations[organisation_id] = story
        return self._organisations[organisation_id]

    def behind(
        self, pathway: Story[Pathway], organisation_id: UUID
    ) -> tuple[Story[Any], Story[Any], Story[Any]]:
        """Whatever decides on a look at a pathway by a member of an organisation."""
        return pathway, self.organisation(organisation_id), self.register

    def _readable(self, wanted: set[UUID]) -> Mapping[UUID, Sequence[DomainEvent]]:
        while wanted:
            try:
                return self._log.streams(wanted)
            except EventUnreadable as damaged:
                wanted.discard(damaged.stream_id)
        return {}


def _recorded_at(event: DomainEvent) -> datetime:
    return event.recorded_at or FIRST

"""The consultations of a facility in a year: one stream for both, about no person.

Each consultation is counted here once, also where the person has a pathway that tells of it; no
entry says whose it was.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID, uuid5

from domain.consultations.words import Counted, Orientation, ReasonGroup
from domain.data_classes import DataClass
from domain.kernel import Aggregate, Fact, Items, Part, having, none_yet, readers_of, without
from domain.refusals import Conflict, NotFound


class ConsultationsCounted(Fact, topic="consultations-counted", lowest=DataClass.HEALTH):
    entry_id: UUID
    counted: Counted
    is_told: bool  # on a pathway too, which says whose it was


class ConsultationsCountedInError(
    Fact, topic="consultations-counted-in-error", lowest=DataClass.HEALTH
):
    entry_id: UUID


class ConsultationsAlreadyCounted(Conflict):
    code = "consultations-already-counted"
    title = "These consultations are counted already."


class ConsultationsToCome(Conflict):
    code = "consultations-to-come"
    title = "This day is still to come: count consultations once they were held."


class CountUnknown(NotFound):
    code = "consultation-count-unknown"
    title = "There is no such entry among the consultations of this facility and year."


class CountIsTold(Conflict):
    code = "consultation-count-told"
    title = "A pathway tells of this consultation: withdraw it there."


class Figures(NamedTuple):
    """A year of a facility; each consultation is in each of them once."""

    new: int  # people whom the facility had not met before
    known: int
    by_reason: Counter[ReasonGroup]
    by_orientation: Counter[Orientation]
    by_professional: Counter[UUID]

    @property
    def total(self) -> int:
        return self.new + self.known


def register_of(facility_id: UUID, year: int) -> UUID:
    """The stream of a facility's consultations in a year."""
    return uuid5(facility_id, f"consultations {year}")


def must_have_begun(day: date, *, today: date) -> None:
    """Refuse what is still to come.

    Raises:
        ConsultationsToCome: this day, where the facility is, has not begun.
    """
    if day > today:
        raise ConsultationsToCome


@dataclass(frozen=True, slots=True)
class Entries(Part):
    """What was counted and stands, by entry."""

    facts: ClassVar = (ConsultationsCounted, ConsultationsCountedInError)

    by_id: Items[UUID, ConsultationsCounted] = field(default_factory=none_yet)

    def count(
        self, *, entry_id: UUID, counted: Counted, today: date, at: datetime
    ) -> ConsultationsCounted:
        """Count consultations of people who have no pathway.

        Raises:
            ConsultationsAlreadyCounted: this entry is.
            ConsultationsToCome: their day, where the facility is, has not begun.
        """
        if entry_id in self.by_id:
            raise ConsultationsAlreadyCounted
        must_have_begun(counted.on, today=today)
        return ConsultationsCounted(
            occurred_at=at, entry_id=entry_id, counted=counted, is_told=False
        )

    def count_told(self, *, entry_id: UUID, counted: Counted, at: datetime) -> list[Fact]:
        """Count what a pathway tells; nothing where that was done."""
        if entry_id in self.by_id:
            return []
        return [
            ConsultationsCounted(occurred_at=at, entry_id=entry_id, counted=counted, is_told=True)
        ]

    def withdraw(self, *, entry_id: UUID, at: datetime) -> ConsultationsCountedInError:
        """Say that an entry of nameless consultations should never have been recorded.

        Raises:
            CountUnknown: there is none.
            CountIsTold: it is that of a pathway's consultation, and goes with it.
        """
        if entry_id not in self.by_id:
            raise CountUnknown
        if self.by_id[entry_id].is_told:
            raise CountIsTold
        return ConsultationsCountedInError(occurred_at=at, entry_id=entry_id)

    def let_go(self, *, entry_id: UUID, at: datetime) -> list[Fact]:
        """Count no more what its pathway withdrew; nothing where that was done."""
        if entry_id not in self.by_id:
            return []
        return [ConsultationsCountedInError(occurred_at=at, entry_id=entry_id)]

    def nameless_on(self, day: date) -> Iterator[ConsultationsCounted]:
        """The entries of a day that no pathway tells of: those that are corrected here."""
        return (one for one in self.by_id.values() if one.counted.on == day and not one.is_told)

    def figures(self) -> Figures:
        """All of them together."""
        figures = Figures(0, 0, Counter(), Counter(), Counter())
        for entry in self.by_id.values():
            figures = _with(figures, entry.counted)
        return figures

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ConsultationsCounted():
                return type(self)(having(self.by_id, fact.entry_id, fact))
            case ConsultationsCountedInError():
                return type(self)(without(self.by_id, fact.entry_id))
        return self


@dataclass(frozen=True, slots=True)
class ConsultationRegister(Aggregate):
    """One stream a facility and year."""

    entries: Entries = field(default_factory=Entries)

    readers: ClassVar = readers_of(entries=Entries)


def _with(figures: Figures, counted: Counted) -> Figures:
    said, count = counted.consultation, counted.count
    figures.by_reason[said.reason] += count
    figures.by_orientation[said.orientation] += count
    figures.by_professional[said.professional_id] += count
    if said.is_new:
        return figures._replace(new=figures.new + count)
    return figures._replace(known=figures.known + count)

"""When the person was last heard from, by whom, and who may know it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
)
from domain.pathway.appointments.facts import AppointmentAttended, AttendanceCorrected
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.opening import PathwayOpened
from domain.pathway.wrong_file import FactRecordedInWrongFile

EVERY_CLASS = frozenset(DataClass)


class Kind(StrEnum):
    """What brought somebody and the person together."""

    FIRST_MEETING = "first_meeting"
    APPOINTMENT = "appointment"
    FOLLOW_UP = "follow_up"
    INTERVIEW = "interview"
    ACCOMPANIMENT = "accompaniment"


Source = tuple[Kind, UUID]


class Encounter(NamedTuple):
    at: datetime
    organisation_id: UUID
    data_class: DataClass
    version: int  # of the fact that told it


@dataclass(frozen=True, slots=True)
class Encounters(Part):
    """Each time the person was met or heard, by what it was; a correction undoes one."""

    facts: ClassVar = (
        PathwayOpened,
        AppointmentAttended,
        AttendanceCorrected,
        FollowUpDone,
        FollowUpCorrected,
        MediationInterviewHeld,
        InterviewEnteredInError,
        AccompanimentCarriedOut,
        AccompanimentEnteredInError,
        FactRecordedInWrongFile,
    )

    by_source: Items[Source, Encounter] = field(default_factory=none_yet)

    def last(
        self,
        *,
        among: Collection[DataClass] = EVERY_CLASS,
        organisation_id: UUID | None = None,
    ) -> datetime | None:
        """When the last contact was, of these classes, with one organisation or with any."""
        last = self.latest(among=among, organisation_id=organisation_id)
        return last.at if last else None

    def latest(
        self,
        *,
        among: Collection[DataClass] = EVERY_CLASS,
        organisation_id: UUID | None = None,
    ) -> Encounter | None:
        """The last contact, of these classes, with one organisation or with any; None: none."""
        return max(
            (
                encounter
                for encounter in self.by_source.values()
                if encounter.data_class in among
                and organisation_id in {None, encounter.organisation_id}
            ),
            key=_when,
            default=None,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case PathwayOpened():
                source = (Kind.FIRST_MEETING, fact.opened_by)
                return self._with(source, fact, version, at=fact.occurred_at, by=fact.opened_by)
            case FollowUpDone():
                source = (Kind.FOLLOW_UP, fact.follow_up_id)
                return self._with(source, fact, version, at=fact.occurred_at, by=fact.done_by)
            case MediationInterviewHeld():
                source = (Kind.INTERVIEW, fact.interview_id)
                return self._with(source, fact, version, at=fact.occurred_at, by=fact.held_by)
            case AccompanimentCarriedOut():
                source = (Kind.ACCOMPANIMENT, fact.accompaniment_id)
                return self._with(
                    source, fact, version, at=fact.occurred_at, by=fact.carried_out_by
                )
            case AppointmentAttended():
                source = (Kind.APPOINTMENT, fact.appointment_id)
                return self._with(source, fact, version, at=fact.held_at, by=fact.recorded_by)
        return self._corrected_by(fact, version)

    def _corrected_by(self, fact: Fact, version: int) -> Self:
        match fact:
            case AttendanceCorrected() if fact.attendance is Attendance.ATTENDED:
                source = (Kind.APPOINTMENT, fact.appointment_id)
                return self._with(source, fact, version, at=fact.held_at, by=fact.recorded_by)
            case FactRecordedInWrongFile():
                return self._without_entry(fact.entry_id)
        return self._undone_by(fact)

    def _undone_by(self, fact: Fact) -> Self:
        match fact:
            case AttendanceCorrected():
                return self._without((Kind.APPOINTMENT, fact.appointment_id))
            case FollowUpCorrected():
                return self._without((Kind.FOLLOW_UP, fact.follow_up_id))
            case InterviewEnteredInError():
                return self._without((Kind.INTERVIEW, fact.interview_id))
            case AccompanimentEnteredInError():
                return self._without((Kind.ACCOMPANIMENT, fact.accompaniment_id))
        return self

    def _with(self, source: Source, fact: Fact, version: int, *, at: datetime, by: UUID) -> Self:
        encounter = Encounter(at, by, fact.data_class, version)
        return type(self)(having(self.by_source, source, encounter))

    def _without_entry(self, entry_id: UUID) -> Self:
        by_source = self.by_source
        for kind in Kind:
            by_source = without(by_source, (kind, entry_id))
        return type(self)(by_source)

    def _without(self, source: Source) -> Self:
        return type(self)(without(self.by_source, source))


def _when(encounter: Encounter) -> datetime:
    return encounter.at

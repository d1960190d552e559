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
from domain.pathway.consultations import ConsultationEnteredInError, ConsultationHeld
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.meetings import MeetingEnteredInError, MetDuringActivity
from domain.pathway.opening import PathwayOpened
from domain.pathway.psychology import BufferSessionEnteredInError, BufferSessionHeld
from domain.pathway.workshops import WorkshopAttended, WorkshopMissed, WorkshopPlaceGivenUp
from domain.pathway.wrong_file import FactRecordedInWrongFile

EVERY_CLASS = frozenset(DataClass)


class Kind(StrEnum):
    """What brought somebody and the person together."""

    FIRST_MEETING = "first_meeting"
    APPOINTMENT = "appointment"
    FOLLOW_UP = "follow_up"
    INTERVIEW = "interview"
    ACCOMPANIMENT = "accompaniment"
    BUFFER_SESSION = "buffer_session"
    ACTIVITY = "activity"
    WORKSHOP = "workshop"
    CONSULTATION = "consultation"


Source = tuple[Kind, UUID]


MEETS: dict[type[Fact], tuple[Kind, str, str]] = {  # how each calls what it was, and who met
    PathwayOpened: (Kind.FIRST_MEETING, "opened_by", "opened_by"),
    FollowUpDone: (Kind.FOLLOW_UP, "follow_up_id", "done_by"),
    MediationInterviewHeld: (Kind.INTERVIEW, "interview_id", "held_by"),
    AccompanimentCarriedOut: (Kind.ACCOMPANIMENT, "accompaniment_id", "carried_out_by"),
    BufferSessionHeld: (Kind.BUFFER_SESSION, "session_id", "held_by"),
    MetDuringActivity: (Kind.ACTIVITY, "meeting_id", "met_by"),
    WorkshopAttended: (Kind.WORKSHOP, "attendance_id", "held_by"),
    ConsultationHeld: (Kind.CONSULTATION, "consultation_id", "held_by"),
    AppointmentAttended: (Kind.APPOINTMENT, "appointment_id", "recorded_by"),
    AttendanceCorrected: (Kind.APPOINTMENT, "appointment_id", "recorded_by"),
}
UNDOES: dict[type[Fact], tuple[Kind, str]] = {
    AttendanceCorrected: (Kind.APPOINTMENT, "appointment_id"),
    FollowUpCorrected: (Kind.FOLLOW_UP, "follow_up_id"),
    InterviewEnteredInError: (Kind.INTERVIEW, "interview_id"),
    AccompanimentEnteredInError: (Kind.ACCOMPANIMENT, "accompaniment_id"),
    BufferSessionEnteredInError: (Kind.BUFFER_SESSION, "session_id"),
    MeetingEnteredInError: (Kind.ACTIVITY, "meeting_id"),
    WorkshopMissed: (Kind.WORKSHOP, "attendance_id"),
    WorkshopPlaceGivenUp: (Kind.WORKSHOP, "attendance_id"),
    ConsultationEnteredInError: (Kind.CONSULTATION, "consultation_id"),
}


class Encounter(NamedTuple):
    at: datetime
    organisation_id: UUID
    data_class: DataClass
    version: int  # of the fact that told it


@dataclass(frozen=True, slots=True)
class Encounters(Part):
    """Each time the person was met or heard, by what it was; a correction undoes one."""

    facts: ClassVar = (*{**MEETS, **UNDOES}, FactRecordedInWrongFile)

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
        if isinstance(fact, FactRecordedInWrongFile):
            return self._without_entry(fact.entry_id)
        if met := _met(fact):
            source, at, by = met
            encounter = Encounter(at, by, fact.data_class, version)
            return type(self)(having(self.by_source, source, encounter))
        undone = _undone(fact)
        return type(self)(without(self.by_source, undone)) if undone else self

    def _without_entry(self, entry_id: UUID) -> Self:
        by_source = self.by_source
        for kind in Kind:
            by_source = without(by_source, (kind, entry_id))
        return type(self)(by_source)


def _when(encounter: Encounter) -> datetime:
    return encounter.at


def _met(fact: Fact) -> tuple[Source, datetime, UUID] | None:
    """What brought them together, when, and through which organisation."""
    if type(fact) not in MEETS:
        return None
    if isinstance(fact, AttendanceCorrected) and fact.attendance is not Attendance.ATTENDED:
        return None
    kind, which, by = MEETS[type(fact)]
    at = getattr(fact, "held_at", fact.occurred_at)
    return (kind, getattr(fact, which)), at, getattr(fact, by)


def _undone(fact: Fact) -> Source | None:
    if type(fact) not in UNDOES:
        return None
    kind, which = UNDOES[type(fact)]
    return kind, getattr(fact, which)

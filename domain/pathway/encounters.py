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
        BufferSessionHeld,
        BufferSessionEnteredInError,
        MetDuringActivity,
        MeetingEnteredInError,
        WorkshopAttended,
        WorkshopMissed,
        WorkshopPlaceGivenUp,
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
    met: tuple[Source, datetime, UUID] | None = None
    match fact:
        case PathwayOpened():
            met = (Kind.FIRST_MEETING, fact.opened_by), fact.occurred_at, fact.opened_by
        case FollowUpDone():
            met = (Kind.FOLLOW_UP, fact.follow_up_id), fact.occurred_at, fact.done_by
        case MediationInterviewHeld():
            met = (Kind.INTERVIEW, fact.interview_id), fact.occurred_at, fact.held_by
        case AccompanimentCarriedOut():
            source = (Kind.ACCOMPANIMENT, fact.accompaniment_id)
            met = source, fact.occurred_at, fact.carried_out_by
        case BufferSessionHeld():
            met = (Kind.BUFFER_SESSION, fact.session_id), fact.occurred_at, fact.held_by
        case MetDuringActivity():
            met = (Kind.ACTIVITY, fact.meeting_id), fact.occurred_at, fact.met_by
        case WorkshopAttended():
            met = (Kind.WORKSHOP, fact.attendance_id), fact.held_at, fact.held_by
        case AppointmentAttended():
            met = (Kind.APPOINTMENT, fact.appointment_id), fact.held_at, fact.recorded_by
        case AttendanceCorrected() if fact.attendance is Attendance.ATTENDED:
            met = (Kind.APPOINTMENT, fact.appointment_id), fact.held_at, fact.recorded_by
    return met


def _undone(fact: Fact) -> Source | None:
    undone: Source | None = None
    match fact:
        case AttendanceCorrected():
            undone = Kind.APPOINTMENT, fact.appointment_id
        case FollowUpCorrected():
            undone = Kind.FOLLOW_UP, fact.follow_up_id
        case InterviewEnteredInError():
            undone = Kind.INTERVIEW, fact.interview_id
        case AccompanimentEnteredInError():
            undone = Kind.ACCOMPANIMENT, fact.accompaniment_id
        case BufferSessionEnteredInError():
            undone = Kind.BUFFER_SESSION, fact.session_id
        case MeetingEnteredInError():
            undone = Kind.ACTIVITY, fact.meeting_id
        case WorkshopMissed() | WorkshopPlaceGivenUp():
            undone = Kind.WORKSHOP, fact.attendance_id
    return undone

"""When the person was last heard from, by whom, and who may know it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.appointments.facts import AppointmentAttended, AttendanceCorrected
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld
from domain.pathway.opening import PathwayOpened

EVERY_CLASS = frozenset(DataClass)


@dataclass(frozen=True, slots=True)
class Encounter:
    at: datetime
    organisation_id: UUID
    data_class: DataClass


@dataclass(frozen=True, slots=True)
class Encounters(Part):
    """Each time the person was met or heard, by the id of what it was; a correction undoes one."""

    facts: ClassVar = (
        PathwayOpened,
        AppointmentAttended,
        AttendanceCorrected,
        FollowUpDone,
        FollowUpCorrected,
        MediationInterviewHeld,
        InterviewEnteredInError,
    )

    by_source: Items[UUID, Encounter] = field(default_factory=none_yet)

    def last(
        self,
        *,
        among: Collection[DataClass] = EVERY_CLASS,
        organisation_id: UUID | None = None,
    ) -> datetime | None:
        """The last contact, of these classes, with one organisation or with any; None: none."""
        return max(
            (
                encounter.at
                for encounter in self.by_source.values()
                if encounter.data_class in among
                and organisation_id in {None, encounter.organisation_id}
            ),
            default=None,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PathwayOpened():
                return self._with(fact.opened_by, fact.occurred_at, fact.opened_by, fact)
            case FollowUpDone():
                return self._with(fact.follow_up_id, fact.occurred_at, fact.done_by, fact)
            case MediationInterviewHeld():
                return self._with(fact.interview_id, fact.occurred_at, fact.held_by, fact)
            case AppointmentAttended():
                return self._with(fact.appointment_id, fact.held_at, fact.recorded_by, fact)
        return self._corrected_by(fact)

    def _corrected_by(self, fact: Fact) -> Self:
        match fact:
            case AttendanceCorrected() if fact.attendance is Attendance.ATTENDED:
                return self._with(fact.appointment_id, fact.held_at, fact.recorded_by, fact)
            case AttendanceCorrected():
                return type(self)(without(self.by_source, fact.appointment_id))
            case FollowUpCorrected():
                return type(self)(without(self.by_source, fact.follow_up_id))
            case InterviewEnteredInError():
                return type(self)(without(self.by_source, fact.interview_id))
        return self

    def _with(self, source: UUID, at: datetime, organisation_id: UUID, fact: Fact) -> Self:
        encounter = Encounter(at, organisation_id, fact.data_class)
        return type(self)(having(self.by_source, source, encounter))

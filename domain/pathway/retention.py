"""How long each organisation keeps its access after its last contact with the person."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.appointments.facts import AppointmentAttended, AttendanceCorrected
from domain.pathway.appointments.words import Attendance
from domain.pathway.follow_up import FollowUpDone
from domain.pathway.interviews import MediationInterviewHeld
from domain.pathway.workshops import WorkshopAttended
from domain.text import Code


class RetentionEndAnnounced(Fact, topic="retention-end-announced", lowest=DataClass.SOCIAL):
    """The referent still has time: a contact with the person puts the end off."""

    of_organisation: UUID
    ends_on: date  # the last day of access
    policy_version: Code


class RetentionPeriodReached(Fact, topic="retention-period-reached", lowest=DataClass.SOCIAL):
    """The access of an organisation ends by itself."""

    of_organisation: UUID
    policy_version: Code


class Announced(NamedTuple):
    """An end that was announced; its class is that of the organisation's taking part."""

    ends_on: date  # the last day of access
    data_class: DataClass
    since: datetime
    version: int  # of the fact


@dataclass(frozen=True, slots=True)
class Retention(Part):
    """Which ends are announced, and since when nobody has access.

    What an organisation records of having met the person puts its end off: what was announced does
    not stand any more, and is announced anew if it is still near.
    """

    facts: ClassVar = (
        RetentionEndAnnounced,
        RetentionPeriodReached,
        AppointmentAttended,
        AttendanceCorrected,
        FollowUpDone,
        MediationInterviewHeld,
        WorkshopAttended,
    )

    announced: Items[UUID, Announced] = field(default_factory=none_yet)  # by organisation
    reached_at: datetime | None = None  # the last time that an access ended so

    def announce(
        self,
        *,
        organisation_id: UUID,
        ends_on: date,
        policy_version: str,
        data_class: DataClass,
        at: datetime,
    ) -> RetentionEndAnnounced:
        """Say when an access will end, with the class of the organisation's taking part."""
        return RetentionEndAnnounced(
            occurred_at=at,
            data_class=data_class,
            of_organisation=organisation_id,
            ends_on=ends_on,
            policy_version=policy_version,
        )

    def end(
        self, *, organisation_id: UUID, policy_version: str, data_class: DataClass, at: datetime
    ) -> RetentionPeriodReached:
        """End an access, as announced."""
        return RetentionPeriodReached(
            occurred_at=at,
            data_class=data_class,
            of_organisation=organisation_id,
            policy_version=policy_version,
        )

    def evolve(self, fact: Fact, version: int) -> Self:
        match fact:
            case RetentionEndAnnounced():
                announced = Announced(fact.ends_on, fact.data_class, fact.occurred_at, version)
                return replace(
                    self, announced=having(self.announced, fact.of_organisation, announced)
                )
            case RetentionPeriodReached():
                return type(self)(without(self.announced, fact.of_organisation), fact.occurred_at)
        met_by = _met_by(fact)
        return replace(self, announced=without(self.announced, met_by)) if met_by else self


def _met_by(fact: Fact) -> UUID | None:
    """The organisation that had to do with the person; None: the fact tells of no contact."""
    match fact:
        case AppointmentAttended():
            return fact.recorded_by
        case AttendanceCorrected() if fact.attendance is Attendance.ATTENDED:
            return fact.recorded_by
        case FollowUpDone():
            return fact.done_by
        case MediationInterviewHeld() | WorkshopAttended():
            return fact.held_by
    return None

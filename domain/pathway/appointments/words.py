"""The words of appointments: what they are for, where, and why they change."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.kernel import Value
from domain.text import Label, Language
from domain.wall_time import WallTime


class AppointmentKind(StrEnum):
    """What it is for; it decides how sensitive the appointment is."""

    SOCIAL_SUPPORT = "social_support"
    RIGHTS = "rights"
    ACCESS_TO_CARE = "access_to_care"
    HOUSING = "housing"
    MEDIATION = "mediation"
    IMMIGRATION = "immigration"
    MEDICAL = "medical"
    DENTAL = "dental"
    MATERNITY = "maternity"
    ADDICTION = "addiction"
    EXAMINATION = "examination"
    MENTAL_HEALTH = "mental_health"
    SCREENING = "screening"
    PROTECTION = "protection"
    OTHER = "other"


# As for referrals: a unit that opens access to care says nothing of an illness.
CLASS_OF_KIND = {
    AppointmentKind.IMMIGRATION: DataClass.STATUS,
    AppointmentKind.MEDICAL: DataClass.HEALTH,
    AppointmentKind.DENTAL: DataClass.HEALTH,
    AppointmentKind.MATERNITY: DataClass.HEALTH,
    AppointmentKind.ADDICTION: DataClass.HEALTH,
    AppointmentKind.EXAMINATION: DataClass.HEALTH,
    AppointmentKind.MENTAL_HEALTH: DataClass.MENTAL_HEALTH,
    AppointmentKind.SCREENING: DataClass.SCREENING,
    AppointmentKind.PROTECTION: DataClass.PROTECTION,
}


class Transport(StrEnum):
    """How the person gets there."""

    NO_NEED = "no_need"
    LIFT = "lift"
    SHUTTLE = "shuttle"
    TAXI = "taxi"
    PUBLIC = "public"
    REIMBURSED = "reimbursed"
    LACKING = "lacking"


class Needs(Value):
    """What the person needs to be able to go."""

    transport: Transport = Transport.NO_NEED
    interpreter: Language | None = None
    accompaniment: bool = False


class Meeting(Value):
    """What an appointment is for, with whom, and where.

    `place_is_neutral`: it tells neither service nor reason, so that a reminder may say it.
    """

    kind: AppointmentKind
    place: Label
    place_is_neutral: bool = False
    with_organisation: UUID | None = None  # organisation of the network
    with_name: Label | None = None  # or an outside service
    needs: Needs = Needs()
    referral_id: UUID | None = None  # the referral it comes from
    data_class: DataClass | None = None  # raises the class that the kind decides

    @model_validator(mode="after")
    def _with_one(self) -> Self:
        if (self.with_organisation is None) == (self.with_name is None):
            raise ValueError("an appointment is with an organisation or with an outside service")
        return self

    def class_of_content(self) -> DataClass:
        return CLASS_OF_KIND.get(self.kind, DataClass.SOCIAL).raised_to(self.data_class)


class Side(StrEnum):
    """Who moved or cancelled it: the person, or the service that was to receive them."""

    PERSON = "person"
    SERVICE = "service"


class ChangeReason(StrEnum):
    """Why it was moved or cancelled."""

    UNWELL = "unwell"
    NO_TRANSPORT = "no_transport"
    NO_CHILDCARE = "no_childcare"
    WORK = "work"
    NO_INTERPRETER = "no_interpreter"
    ANOTHER_APPOINTMENT = "another_appointment"
    NO_LONGER_NEEDED = "no_longer_needed"
    PERSON_DECLINED = "person_declined"
    STAFF_ABSENT = "staff_absent"
    SERVICE_CLOSED = "service_closed"
    OTHER = "other"


class MissedReason(StrEnum):
    UNKNOWN = "unknown"
    NO_TRANSPORT = "no_transport"
    NO_CHILDCARE = "no_childcare"
    FORGOTTEN = "forgotten"
    UNWELL = "unwell"
    AFRAID = "afraid"
    NOT_TOLD = "not_told"
    TURNED_AWAY = "turned_away"
    OTHER = "other"


class Move(Value):
    """Another time, and perhaps another place."""

    by: Side
    reason: ChangeReason
    when: WallTime
    place: Label | None = None  # None: the same place
    place_is_neutral: bool = False  # of that other place

    @model_validator(mode="after")
    def _says_it_of_a_place(self) -> Self:
        if self.place_is_neutral and self.place is None:
            raise ValueError("a place is named where it is said to be neutral")
        return self

    def leaves(self, when: WallTime, place: str, *, place_is_neutral: bool) -> bool:
        """Whether it changes nothing of an appointment that is there and then."""
        told = (self.place, self.place_is_neutral)
        return self.when == when and (self.place is None or told == (place, place_is_neutral))


class Attendance(StrEnum):
    UNKNOWN = "unknown"
    ATTENDED = "attended"
    EXCUSED = "excused"  # cancelled by the person
    REVOKED = "revoked"  # cancelled by the service
    MISSED = "missed"

"""The words of referrals: what is asked, how soon, and every reason for which one stops."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator

from domain.data_classes import DataClass
from domain.kernel import Value
from domain.pathway.grounds.words import SharingPurpose
from domain.text import Label, Text


class Service(StrEnum):
    """What a referral asks for; it decides how sensitive the referral is."""

    DOMICILIATION = "domiciliation"
    HEALTH_COVER = "health_cover"
    COMPLEMENTARY_COVER = "complementary_cover"
    MINIMUM_INCOME = "minimum_income"
    SOCIAL_SUPPORT = "social_support"
    FOOD_AID = "food_aid"
    HOUSING = "housing"
    MOBILITY = "mobility"
    LANGUAGE_LEARNING = "language_learning"
    PARENTHOOD_SUPPORT = "parenthood_support"
    ACCESS_TO_CARE = "access_to_care"
    AME_APPLICATION = "ame_application"
    RESIDENCE_PERMIT = "residence_permit"
    ASYLUM_SUPPORT = "asylum_support"
    DISABILITY_RIGHTS = "disability_rights"
    MEDICAL_APPOINTMENT = "medical_appointment"
    DENTAL_CARE = "dental_care"
    MATERNITY_CARE = "maternity_care"
    ADDICTION_CARE = "addiction_care"
    MENTAL_HEALTH_CARE = "mental_health_care"
    SCREENING = "screening"
    VIOLENCE_SUPPORT = "violence_support"
    CHILD_PROTECTION = "child_protection"
    OTHER = "other"


# A unit that opens access to care says nothing of an illness: it stays social, unless its author
# raises it. What is not listed is social too.
CLASS_OF_SERVICE = {
    Service.AME_APPLICATION: DataClass.STATUS,
    Service.RESIDENCE_PERMIT: DataClass.STATUS,
    Service.ASYLUM_SUPPORT: DataClass.STATUS,
    Service.DISABILITY_RIGHTS: DataClass.HEALTH,
    Service.MEDICAL_APPOINTMENT: DataClass.HEALTH,
    Service.DENTAL_CARE: DataClass.HEALTH,
    Service.MATERNITY_CARE: DataClass.HEALTH,
    Service.ADDICTION_CARE: DataClass.HEALTH,
    Service.MENTAL_HEALTH_CARE: DataClass.MENTAL_HEALTH,
    Service.SCREENING: DataClass.SCREENING,
    Service.VIOLENCE_SUPPORT: DataClass.PROTECTION,
    Service.CHILD_PROTECTION: DataClass.PROTECTION,
}


PURPOSE_OF_SERVICE = {
    **dict.fromkeys(
        (
            Service.DOMICILIATION,
            Service.HEALTH_COVER,
            Service.COMPLEMENTARY_COVER,
            Service.MINIMUM_INCOME,
            Service.AME_APPLICATION,
            Service.RESIDENCE_PERMIT,
            Service.DISABILITY_RIGHTS,
        ),
        SharingPurpose.RIGHTS,
    ),
    **dict.fromkeys(
        (
            Service.ACCESS_TO_CARE,
            Service.MEDICAL_APPOINTMENT,
            Service.DENTAL_CARE,
            Service.MATERNITY_CARE,
            Service.ADDICTION_CARE,
            Service.MENTAL_HEALTH_CARE,
            Service.SCREENING,
        ),
        SharingPurpose.CARE,
    ),
}  # what is not listed is support


class Urgency(StrEnum):
    ROUTINE = "routine"
    SOON = "soon"
    URGENT = "urgent"


class Message(Value):
    """Free words that go with a referral; of a class of their own, chosen by their author."""

    text: Text
    data_class: DataClass = DataClass.SOCIAL


class Ask(Value):
    """What a referral asks, and of whom: an organisation of the network or an outside service."""

    service: Service
    target_id: UUID | None = None  # organisation of the network
    outside_service: Label | None = None
    urgency: Urgency = Urgency.ROUTINE
    message: Message | None = None
    data_class: DataClass | None = None  # raises the class that the service decides

    @model_validator(mode="after")
    def _of_one_target(self) -> Self:
        if (self.target_id is None) == (self.outside_service is None):
            raise ValueError("a referral has one target: an organisation or an outside service")
        return self

    def class_of_content(self) -> DataClass:
        return CLASS_OF_SERVICE.get(self.service, DataClass.SOCIAL).raised_to(self.data_class)

    def classes(self) -> tuple[DataClass, ...]:
        """Every class of what it says, its message included."""
        content = self.class_of_content()
        if self.message is None:
            return (content,)
        return tuple(dict.fromkeys((content, content.raised_to(self.message.data_class))))

    def purpose(self) -> SharingPurpose:
        return PURPOSE_OF_SERVICE.get(self.service, SharingPurpose.SUPPORT)


class RefusedBy(StrEnum):
    """Who said no; it is told apart in every refusal."""

    SERVICE = "service"
    PERSON = "person"


class RejectionReason(StrEnum):
    """Why it was declined before anything was done."""

    NO_CAPACITY = "no_capacity"
    WAITING_LIST = "waiting_list"
    OUTSIDE_AREA = "outside_area"
    NO_LINK_WITH_COMMUNE = "no_link_with_commune"
    NOT_ELIGIBLE = "not_eligible"
    WRONG_SERVICE = "wrong_service"
    MISSING_DOCUMENT = "missing_document"
    ASSESSMENT_REQUIRED = "assessment_required"
    ALREADY_FOLLOWED = "already_followed"
    PERSON_DECLINED = "person_declined"
    OTHER = "other"


class FailureReason(StrEnum):
    """Why it did not succeed although it was attempted."""

    NO_SHOW = "no_show"
    CONTACT_LOST = "contact_lost"
    PERSON_DECLINED = "person_declined"
    PERSON_MOVED = "person_moved"
    NOT_ELIGIBLE = "not_eligible"
    RIGHT_REFUSED = "right_refused"
    MISSING_DOCUMENT = "missing_document"
    WAITED_TOO_LONG = "waited_too_long"
    SERVICE_STOPPED = "service_stopped"
    OTHER = "other"


class CancellationReason(StrEnum):
    NO_LONGER_NEEDED = "no_longer_needed"
    PERSON_DECLINED = "person_declined"
    PERSON_MOVED = "person_moved"
    SOLVED_OTHERWISE = "solved_otherwise"
    REFERRED_ELSEWHERE = "referred_elsewhere"
    SERVICE_STOPPED = "service_stopped"
    OTHER = "other"


class HoldReason(StrEnum):
    WAITING_LIST = "waiting_list"
    MISSING_DOCUMENT = "missing_document"
    WAITING_FOR_PERSON = "waiting_for_person"
    WAITING_FOR_DECISION = "waiting_for_decision"
    PERSON_UNREACHABLE = "person_unreachable"
    OTHER = "other"


class ErrorReason(StrEnum):
    """Why a referral should never have been recorded."""

    WRONG_PERSON = "wrong_person"
    WRONG_TARGET = "wrong_target"
    TWICE = "twice"
    OTHER = "other"


class RelayEffect(StrEnum):
    """What makes a relay effective: more than an answer, something the person has."""

    RIGHT_USED = "right_used"
    APPOINTMENT_ATTENDED = "appointment_attended"
    REFERENT_TAKEN_OVER = "referent_taken_over"

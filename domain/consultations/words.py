"""The words of consultations: in what they are counted, never in more."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.data_classes import DataClass
from domain.instants import Day
from domain.kernel import Value

MOST_AT_ONCE = 200


class ReasonGroup(StrEnum):
    """Why somebody came, in groups wide enough to tell of nobody."""

    ACUTE = "acute"
    CHRONIC = "chronic"
    TREATMENT_RENEWAL = "treatment_renewal"
    PREVENTION = "prevention"  # vaccination, advice
    PREGNANCY = "pregnancy"
    SEXUAL_HEALTH = "sexual_health"
    CHILD_HEALTH = "child_health"
    DENTAL = "dental"
    EYESIGHT = "eyesight"
    WOUND = "wound"
    ADDICTION = "addiction"
    SUFFERING = "suffering"
    SOCIAL = "social"  # rights, papers
    OTHER = "other"

    @property
    def data_class(self) -> DataClass:
        """To have consulted tells of health, whatever for."""
        return DataClass.MENTAL_HEALTH if self is ReasonGroup.SUFFERING else DataClass.HEALTH


class Orientation(StrEnum):
    """Towards whom the person went on."""

    NONE = "none"  # what brought them was seen to there
    GENERAL_PRACTITIONER = "general_practitioner"
    SPECIALIST = "specialist"
    ACCESS_TO_CARE_UNIT = "access_to_care_unit"
    EMERGENCY_DEPARTMENT = "emergency_department"
    MATERNITY_AND_CHILD_CENTRE = "maternity_and_child_centre"
    DENTIST = "dentist"
    MENTAL_HEALTH_CENTRE = "mental_health_centre"
    ADDICTION_CENTRE = "addiction_centre"
    SCREENING_CENTRE = "screening_centre"
    SOCIAL_SERVICE = "social_service"
    ASSOCIATION = "association"
    OTHER = "other"


class Consultation(Value):
    """What there is to tell of one."""

    professional_id: UUID  # member
    reason: ReasonGroup
    is_new: bool  # False: the facility met this person before
    orientation: Orientation = Orientation.NONE


class Counted(Value):
    """Some that were alike, on one day: as a number, they are of nobody."""

    on: Day
    consultation: Consultation
    count: Annotated[int, Field(ge=1, le=MOST_AT_ONCE)] = 1

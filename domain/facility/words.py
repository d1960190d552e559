"""The words of facilities: what kind they are, what kinds of place they have, for which days."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from domain.instants import Day
from domain.kernel import Value


class FacilityKind(StrEnum):
    MATERNAL_CENTRE = "maternal_centre"
    SOCIAL_SHELTER = "social_shelter"  # for social reintegration
    PARENTHOOD_SUPPORT = "parenthood_support"
    HEALTH_CENTRE = "health_centre"  # its consultations are counted; it has no places


class PlaceKind(StrEnum):
    """What a place is made for; one place of a kind is as good as another."""

    PARENT_AND_CHILD = "parent_and_child"
    PREGNANT_WOMAN = "pregnant_woman"
    SINGLE_ROOM = "single_room"
    SHARED_ROOM = "shared_room"  # one bed in it
    FAMILY_UNIT = "family_unit"
    EMERGENCY_BED = "emergency_bed"
    DAY_PLACE = "day_place"


class Days(Value):
    """A half-open interval of days, as the clock on the facility's wall counts them.

    `until` is excluded: who leaves that day leaves the place to who comes that day.
    """

    starts: Day
    until: Day

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.until <= self.starts:
            raise ValueError("an interval ends after the day it starts")
        return self

"""Health days: many partners, free, open to all, information and screenings; counts only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field

from domain.activity.counting import Many, must_have_come
from domain.activity.refusals import ActivityUnknown
from domain.activity.themes import PreventionTheme
from domain.activity.words import Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.pathway.referrals.words import Service
from domain.text import Label


class AnonymousTest(StrEnum):
    """What was tested; at a health day a result is nobody's, and is not counted."""

    HIV = "hiv"
    HCV = "hcv"
    HBV = "hbv"
    SYPHILIS = "syphilis"
    BLOOD_PRESSURE = "blood_pressure"
    BLOOD_SUGAR = "blood_sugar"
    SIGHT = "sight"
    HEARING = "hearing"
    TEETH = "teeth"
    BREATH = "breath"
    OTHER = "other"


class Stand(Value):
    theme: PreventionTheme
    kept_by: Label | None = None  # an organisation


class HealthDay(Value):
    """What there is to tell of one; each person is counted once under each heading."""

    people: Many  # who came
    free: bool = True
    open_to_all: bool = True
    other_partners: Annotated[tuple[Label, ...], Field(max_length=50)] = ()  # not of the network
    stands: Annotated[tuple[Stand, ...], Field(max_length=100)] = ()
    by_theme: Mapping[PreventionTheme, Many] = {}
    tests: Mapping[AnonymousTest, Many] = {}
    orientations: Mapping[Service, Many] = {}  # towards whom they were proposed


class HealthDayHeld(Fact, topic="health-day-held", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    day: HealthDay


class HealthDayCorrected(Fact, topic="health-day-corrected", lowest=DataClass.IDENTITY):
    happening: Happening
    day: HealthDay


@dataclass(frozen=True, slots=True)
class HealthDays(Part):
    """What is told of the day; None where the activity is no health day."""

    facts: ClassVar = (HealthDayHeld, HealthDayCorrected)

    day: HealthDay | None = None

    def hold(
        self, *, day: HealthDay, happening: Happening, by: UUID, at: datetime
    ) -> HealthDayHeld:
        """Record a day.

        Raises:
            MoreCountedThanCame: a count is above the people who came.
        """
        _must_add_up(day)
        return HealthDayHeld(occurred_at=at, held_by=by, happening=happening, day=day)

    def correct(self, *, day: HealthDay, happening: Happening, at: datetime) -> HealthDayCorrected:
        """Say the whole of it again.

        Raises:
            ActivityUnknown: the activity is no health day.
            MoreCountedThanCame: a count is above the people who came.
        """
        if self.day is None:
            raise ActivityUnknown
        _must_add_up(day)
        return HealthDayCorrected(occurred_at=at, happening=happening, day=day)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case HealthDayHeld() | HealthDayCorrected():
                return type(self)(fact.day)
        return self


def _must_add_up(day: HealthDay) -> None:
    must_have_come(
        day.people, *day.by_theme.values(), *day.tests.values(), *day.orientations.values()
    )

"""Prevention actions: contraception, addiction, nutrition...; who was reached is a count."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.counting import Many, Minutes
from domain.activity.refusals import ActivityUnknown
from domain.activity.themes import PreventionTheme
from domain.activity.words import Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value


class Audience(StrEnum):
    """Whom it was made for."""

    EVERYBODY = "everybody"
    YOUNG_WOMEN = "young_women"
    YOUNG_PEOPLE = "young_people"
    FAMILIES = "families"
    MEN = "men"
    OLDER_PEOPLE = "older_people"
    ASYLUM_SEEKERS = "asylum_seekers"
    OTHER = "other"


class PreventionAction(Value):
    theme: PreventionTheme
    audience: Audience = Audience.EVERYBODY
    people: Many  # reached
    minutes: Minutes | None = None


class PreventionActionHeld(Fact, topic="prevention-action-held", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    action: PreventionAction


class PreventionActionCorrected(
    Fact, topic="prevention-action-corrected", lowest=DataClass.IDENTITY
):
    happening: Happening
    action: PreventionAction


@dataclass(frozen=True, slots=True)
class Preventions(Part):
    """What is told of it; None where the activity is no prevention action."""

    facts: ClassVar = (PreventionActionHeld, PreventionActionCorrected)

    action: PreventionAction | None = None

    def hold(
        self, *, action: PreventionAction, happening: Happening, by: UUID, at: datetime
    ) -> PreventionActionHeld:
        return PreventionActionHeld(occurred_at=at, held_by=by, happening=happening, action=action)

    def correct(
        self, *, action: PreventionAction, happening: Happening, at: datetime
    ) -> PreventionActionCorrected:
        """Say the whole of it again.

        Raises:
            ActivityUnknown: the activity is none.
        """
        if self.action is None:
            raise ActivityUnknown
        return PreventionActionCorrected(occurred_at=at, happening=happening, action=action)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case PreventionActionHeld() | PreventionActionCorrected():
                return type(self)(fact.action)
        return self

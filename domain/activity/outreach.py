"""Outreach sessions: going towards people where they are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.words import Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Part


class OutreachKind(StrEnum):
    FOOD_DISTRIBUTION = "food_distribution"
    HOME_VISIT = "home_visit"
    SHELTER = "shelter"
    MOBILE_TOUR = "mobile_tour"
    OTHER = "other"


class OutreachSessionHeld(Fact, topic="outreach-session-held", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    kind: OutreachKind


@dataclass(frozen=True, slots=True)
class Outreach(Part):
    """What kind of session it is; None where the activity is no outreach session."""

    facts: ClassVar = (OutreachSessionHeld,)

    kind: OutreachKind | None = None

    def hold(
        self, *, kind: OutreachKind, happening: Happening, by: UUID, at: datetime
    ) -> OutreachSessionHeld:
        """Record a session; the root has made sure that it is none yet."""
        return OutreachSessionHeld(occurred_at=at, held_by=by, happening=happening, kind=kind)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (one fact, one place)
        match fact:
            case OutreachSessionHeld():
                return type(self)(fact.kind)
        return self

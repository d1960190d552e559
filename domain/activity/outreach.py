"""Outreach sessions: going towards people where they are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.refusals import NotAnOutreachSession
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


class OutreachSessionCorrected(Fact, topic="outreach-session-corrected", lowest=DataClass.IDENTITY):
    """The whole of it again: where, when, who went; or its end, once it is known."""

    happening: Happening
    kind: OutreachKind


@dataclass(frozen=True, slots=True)
class Outreach(Part):
    """What kind of session it is; None where the activity is no outreach session."""

    facts: ClassVar = (OutreachSessionHeld, OutreachSessionCorrected)

    kind: OutreachKind | None = None

    def hold(
        self, *, kind: OutreachKind, happening: Happening, by: UUID, at: datetime
    ) -> OutreachSessionHeld:
        """Record a session; the root has made sure that it is none yet."""
        return OutreachSessionHeld(occurred_at=at, held_by=by, happening=happening, kind=kind)

    def correct(
        self, *, kind: OutreachKind, happening: Happening, at: datetime
    ) -> OutreachSessionCorrected:
        """Say the whole of it again; who was met stays met, when they were.

        Raises:
            NotAnOutreachSession: it is another kind of activity.
        """
        self.must_be_one()
        return OutreachSessionCorrected(occurred_at=at, happening=happening, kind=kind)

    def must_be_one(self) -> OutreachKind:
        """What kind of session it is.

        Raises:
            NotAnOutreachSession: it is another kind of activity.
        """
        if self.kind is None:
            raise NotAnOutreachSession
        return self.kind

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case OutreachSessionHeld() | OutreachSessionCorrected():
                return type(self)(fact.kind)
        return self

"""Bodies attended: where the network bears witness to what keeps people from rights and care."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.refusals import ActivityUnknown
from domain.activity.words import Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.text import Label


class BodyLevel(StrEnum):
    LOCAL = "local"
    INTER_ASSOCIATIVE = "inter_associative"
    REGIONAL = "regional"
    NATIONAL = "national"


class Body(Value):
    name: Label
    level: BodyLevel
    subject: Label


class BodyAttended(Fact, topic="body-attended", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    body: Body


class BodyCorrected(Fact, topic="body-corrected", lowest=DataClass.IDENTITY):
    happening: Happening
    body: Body


@dataclass(frozen=True, slots=True)
class Bodies(Part):
    """What is told of it; None where the activity is no such body."""

    facts: ClassVar = (BodyAttended, BodyCorrected)

    body: Body | None = None

    def attend(self, *, body: Body, happening: Happening, by: UUID, at: datetime) -> BodyAttended:
        return BodyAttended(occurred_at=at, held_by=by, happening=happening, body=body)

    def correct(self, *, body: Body, happening: Happening, at: datetime) -> BodyCorrected:
        """Say the whole of it again.

        Raises:
            ActivityUnknown: the activity is none.
        """
        if self.body is None:
            raise ActivityUnknown
        return BodyCorrected(occurred_at=at, happening=happening, body=body)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case BodyAttended() | BodyCorrected():
                return type(self)(fact.body)
        return self

"""Trainings given to professionals, so that others know what keeps people from care."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.counting import Many, Minutes
from domain.activity.refusals import ActivityUnknown
from domain.activity.words import Happening
from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.members import Profession
from domain.text import Label


class TrainingForm(StrEnum):
    E_LEARNING = "e_learning"
    DIPLOMA = "diploma"  # of a university
    SESSION = "session"
    OTHER = "other"


class Training(Value):
    subject: Label
    form: TrainingForm
    participants: Mapping[Profession, Many]  # counts
    minutes: Minutes  # of teaching


class TrainingGiven(Fact, topic="training-given", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    training: Training


class TrainingCorrected(Fact, topic="training-corrected", lowest=DataClass.IDENTITY):
    happening: Happening
    training: Training


@dataclass(frozen=True, slots=True)
class Trainings(Part):
    """What is told of it; None where the activity is no training."""

    facts: ClassVar = (TrainingGiven, TrainingCorrected)

    training: Training | None = None

    def give(
        self, *, training: Training, happening: Happening, by: UUID, at: datetime
    ) -> TrainingGiven:
        return TrainingGiven(occurred_at=at, held_by=by, happening=happening, training=training)

    def correct(
        self, *, training: Training, happening: Happening, at: datetime
    ) -> TrainingCorrected:
        """Say the whole of it again.

        Raises:
            ActivityUnknown: the activity is none.
        """
        if self.training is None:
            raise ActivityUnknown
        return TrainingCorrected(occurred_at=at, happening=happening, training=training)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case TrainingGiven() | TrainingCorrected():
                return type(self)(fact.training)
        return self

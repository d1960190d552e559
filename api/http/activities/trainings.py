"""Trainings given to professionals."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds
from api.http.door import ADoor, Asked, Told
from application.activities.correct_training import CorrectTraining, correct_training
from application.activities.give_training import GiveTraining, give_training
from domain.activity.trainings import Training
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])
A_TRAINING = {
    "subject": "Non-recours et précarité en milieu rural",
    "form": "session",
    "participants": {"nurse": 8, "social_worker": 5},
    "minutes": 180,
}


class TrainingAsked(Asked):
    happening: Happening = Field(examples=[A_HAPPENING])
    training: Training = Field(examples=[A_TRAINING])


@holds(router, "/trainings")
def give(asked: TrainingAsked, door: ADoor) -> Told:
    """Record a training given to professionals."""
    command = door.command(GiveTraining, asked)
    return door.run(give_training, command, of=command.activity_id)


@corrects(router, "/trainings")
def correct(activity_id: UUID, asked: TrainingAsked, door: ADoor) -> Told:
    """Say again, whole, what a training was."""
    command = door.command(CorrectTraining, asked, activity_id=activity_id)
    return door.run(correct_training, command, of=activity_id)

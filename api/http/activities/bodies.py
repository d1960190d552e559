"""Bodies attended: where the organisation bears witness."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds
from api.http.door import ADoor, Asked, Told
from application.activities.attend_body import AttendBody, attend_body
from application.activities.correct_body import CorrectBody, correct_body
from domain.activity.bodies import Body
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])
A_BODY = {
    "name": "Conseil local de santé",
    "level": "local",
    "subject": "Refus de soins et mobilité",
}


class BodyAsked(Asked):
    happening: Happening = Field(examples=[A_HAPPENING])
    body: Body = Field(examples=[A_BODY])


@holds(router, "/bodies")
def attend(asked: BodyAsked, door: ADoor) -> Told:
    """Record that your organisation took part in a body."""
    command = door.command(AttendBody, asked)
    return door.run(attend_body, command, of=command.activity_id)


@corrects(router, "/bodies")
def correct(activity_id: UUID, asked: BodyAsked, door: ADoor) -> Told:
    """Say again, whole, what was attended."""
    command = door.command(CorrectBody, asked, activity_id=activity_id)
    return door.run(correct_body, command, of=activity_id)

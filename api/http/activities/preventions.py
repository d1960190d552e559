"""Prevention actions; those who were reached are a count."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds
from api.http.door import ADoor, Asked, Told
from application.activities.correct_prevention_action import (
    CorrectPreventionAction,
    correct_prevention_action,
)
from application.activities.hold_prevention_action import (
    HoldPreventionAction,
    hold_prevention_action,
)
from domain.activity.preventions import PreventionAction
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])
AN_ACTION = {"theme": "contraception", "audience": "young_women", "people": 14}


class PreventionActionAsked(Asked):
    happening: Happening = Field(examples=[A_HAPPENING])
    action: PreventionAction = Field(examples=[AN_ACTION])


@holds(router, "/preventions")
def hold(asked: PreventionActionAsked, door: ADoor) -> Told:
    """Record a prevention action."""
    command = door.command(HoldPreventionAction, asked)
    return door.run(hold_prevention_action, command, of=command.activity_id)


@corrects(router, "/preventions")
def correct(activity_id: UUID, asked: PreventionActionAsked, door: ADoor) -> Told:
    """Say again, whole, what a prevention action was."""
    command = door.command(CorrectPreventionAction, asked, activity_id=activity_id)
    return door.run(correct_prevention_action, command, of=activity_id)

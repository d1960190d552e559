"""Any activity that should never have been recorded."""

from uuid import UUID

from fastapi import APIRouter

from api.http.activities.says import on_activity
from api.http.door import ADoor, Asked, Told
from application.activities.withdraw_activity import WithdrawActivity, withdraw_activity
from domain.activity.contacts import PeopleWereMet
from domain.activity.workshops.refusals import PeopleHavePlaces

router = APIRouter(prefix="/v1/activities", tags=["activities"])


@on_activity(router, "/{activity_id}/withdrawal", PeopleHavePlaces, PeopleWereMet)
def withdraw(activity_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Note that it should never have been recorded."""
    command = door.command(WithdrawActivity, asked, activity_id=activity_id)
    return door.run(withdraw_activity, command, of=activity_id)

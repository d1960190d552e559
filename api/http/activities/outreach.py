"""Outreach sessions: recorded where people are met."""

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import holds
from api.http.door import ADoor, Asked, Told
from application.activities.hold_outreach_session import HoldOutreachSession, hold_outreach_session
from domain.activity.outreach import OutreachKind
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])


class SessionHeld(Asked):
    kind: OutreachKind
    happening: Happening = Field(examples=[A_HAPPENING])


@holds(router, "/outreach-sessions")
def hold(asked: SessionHeld, door: ADoor) -> Told:
    """Record an outreach session; its end and kilometres may be told later."""
    command = door.command(HoldOutreachSession, asked)
    return door.run(hold_outreach_session, command, of=command.activity_id)

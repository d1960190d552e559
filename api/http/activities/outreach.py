"""Outreach sessions: recorded where people are met."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds, on_activity
from api.http.door import ADoor, Asked, Told
from application.activities.correct_outreach_session import (
    CorrectOutreachSession,
    correct_outreach_session,
)
from application.activities.hold_outreach_session import HoldOutreachSession, hold_outreach_session
from application.activities.tally_people import TallyPeople, tally_people
from domain.activity.counting import MoreCountedThanCame
from domain.activity.outreach import OutreachKind
from domain.activity.refusals import NotAnOutreachSession
from domain.activity.tallies import Tally, TooFewToTell
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])


A_TALLY = {
    "ages": {"from_18_to_25": 2, "from_60": 4},
    "sexes": {"women": 5, "men": 4},
    "needs": {"food": 9, "mobility": 3},
}


class SessionHeld(Asked):
    kind: OutreachKind
    happening: Happening = Field(examples=[A_HAPPENING])


class Tallied(Asked):
    tally: Tally = Field(
        description="Each heading counts the same people apart; of fewer than five, nothing is.",
        examples=[A_TALLY],
    )


@holds(router, "/outreach-sessions")
def hold(asked: SessionHeld, door: ADoor) -> Told:
    """Record an outreach session; its end and kilometres may be told later."""
    command = door.command(HoldOutreachSession, asked)
    return door.run(hold_outreach_session, command, of=command.activity_id)


@corrects(router, "/outreach-sessions", NotAnOutreachSession)
def correct(activity_id: UUID, asked: SessionHeld, door: ADoor) -> Told:
    """Say again, whole, what a session was; whom you met stays met, when they were."""
    command = door.command(CorrectOutreachSession, asked, activity_id=activity_id)
    return door.run(correct_outreach_session, command, of=activity_id)


@on_activity(
    router, "/{activity_id}/tally", NotAnOutreachSession, TooFewToTell, MoreCountedThanCame
)
def tally(activity_id: UUID, asked: Tallied, door: ADoor) -> Told:
    """Tell ages, sexes and needs of those you met, as counts, in the place of what was told."""
    command = door.command(TallyPeople, asked, activity_id=activity_id)
    return door.run(tally_people, command, of=activity_id)

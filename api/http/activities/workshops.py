"""Workshops: opened, their sessions planned, counted and held."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds, on_activity
from api.http.door import ADoor, Asked, Told
from application.workshops.correct_workshop import CorrectWorkshop, correct_workshop
from application.workshops.count_people import CountWorkshopPeople, count_people
from application.workshops.hold_session import HoldWorkshopSession, hold_session
from application.workshops.open_workshop import OpenWorkshop, open_workshop
from application.workshops.plan_session import PlanWorkshopSession, plan_session
from application.workshops.withdraw_session import WithdrawWorkshopSession, withdraw_session
from domain.activity.counting import Many, Minutes
from domain.activity.words import Happening
from domain.activity.workshops.refusals import (
    FewerPlacesThanTaken,
    PeopleHavePlaces,
    WorkshopClassStands,
    WorkshopFull,
    WorkshopSessionAlreadyHeld,
    WorkshopSessionAlreadyPlanned,
    WorkshopSessionNotBegun,
    WorkshopSessionUnknown,
    WorkshopUnknown,
)
from domain.activity.workshops.words import Workshop
from domain.instants import Instant

router = APIRouter(prefix="/v1/activities", tags=["activities"])
A_WORKSHOP = {
    "theme": "breastfeeding",
    "leaders": ["midwife", "socio_beautician"],
    "places": 8,
    "setting": "maternal_centre",
}
SESSION = "/workshops/{activity_id}/sessions/{session_id}"


class WorkshopAsked(Asked):
    happening: Happening = Field(
        description="Of its first session; each session says its own time.", examples=[A_HAPPENING]
    )
    workshop: Workshop = Field(examples=[A_WORKSHOP])


class SessionAsked(Asked):
    starts_at: Instant = Field(examples=["2026-03-11T14:00:00+01:00"])
    minutes: Minutes = Field(examples=[90])


class Counted(Asked):
    nameless: Many = Field(description="People without a name; each takes a place.")
    children: Many = Field(default=0, description="Looked after meanwhile; they take no place.")


@holds(router, "/workshops")
def open_(asked: WorkshopAsked, door: ADoor) -> Told:
    """Open a workshop; its sessions are planned next."""
    command = door.command(OpenWorkshop, asked)
    return door.run(open_workshop, command, of=command.activity_id)


@corrects(router, "/workshops", WorkshopUnknown, FewerPlacesThanTaken, WorkshopClassStands)
def correct(activity_id: UUID, asked: WorkshopAsked, door: ADoor) -> Told:
    """Say again, whole, what a workshop is."""
    command = door.command(CorrectWorkshop, asked, activity_id=activity_id)
    return door.run(correct_workshop, command, of=activity_id)


@on_activity(
    router, "/workshops/{activity_id}/sessions", WorkshopUnknown, WorkshopSessionAlreadyPlanned
)
def plan(activity_id: UUID, asked: SessionAsked, door: ADoor) -> Told:
    """Plan a session, in which all the places of the workshop are free."""
    command = door.command(PlanWorkshopSession, asked, activity_id=activity_id)
    return door.run(plan_session, command, of=command.session_id)


@on_activity(router, f"{SESSION}/count", WorkshopUnknown, WorkshopSessionUnknown, WorkshopFull)
def count(activity_id: UUID, session_id: UUID, asked: Counted, door: ADoor) -> Told:
    """Keep places for people without a name; once it was held, correct how many came."""
    addressed = {"activity_id": activity_id, "session_id": session_id}
    command = door.command(CountWorkshopPeople, asked, **addressed)
    return door.run(count_people, command, of=session_id)


@on_activity(
    router,
    f"{SESSION}/holding",
    WorkshopUnknown,
    WorkshopSessionUnknown,
    WorkshopSessionAlreadyHeld,
    WorkshopSessionNotBegun,
    WorkshopFull,
)
def hold(activity_id: UUID, session_id: UUID, asked: Counted, door: ADoor) -> Told:
    """Note that a session was held, and how many came without a name."""
    addressed = {"activity_id": activity_id, "session_id": session_id}
    command = door.command(HoldWorkshopSession, asked, **addressed)
    return door.run(hold_session, command, of=session_id)


@on_activity(
    router, f"{SESSION}/withdrawal", WorkshopUnknown, WorkshopSessionUnknown, PeopleHavePlaces
)
def withdraw(activity_id: UUID, session_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Note that a session does not take place, or never should have been planned."""
    addressed = {"activity_id": activity_id, "session_id": session_id}
    command = door.command(WithdrawWorkshopSession, asked, **addressed)
    return door.run(withdraw_session, command, of=session_id)

"""Follow-up: when somebody is to hear from the person again, at the person's pace."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.follow_up.correct_follow_up import CorrectFollowUp, correct_follow_up
from application.follow_up.miss_follow_up import MissFollowUp, miss_follow_up
from application.follow_up.move_follow_up import MoveFollowUp, move_follow_up
from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.follow_up.record_follow_up import RecordFollowUp, record_follow_up
from application.follow_up.resume_contact import ResumeContact, resume_contact
from application.follow_up.suspend_contact import SuspendContact, suspend_contact
from domain.data_classes import DataClass
from domain.instants import Day
from domain.pathway.follow_up import (
    FollowUpAlreadyPlanned,
    FollowUpIsOver,
    FollowUpMissedReason,
    FollowUpNotMoved,
    FollowUpNotOver,
    FollowUpPlan,
    FollowUpState,
    FollowUpUnknown,
    Mode,
    Purpose,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pace import (
    ContactAlreadySuspended,
    ContactNotSuspended,
    SuspensionEndsBefore,
    SuspensionReason,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["follow-up"])


class Planned(Asked):
    plan: FollowUpPlan = Field(
        examples=[{"due_on": "2026-12-01", "purpose": "documents", "mode": "phone"}]
    )


class AnotherDay(Asked):
    due_on: Day


class Done(Asked):
    mode: Mode = Field(description="How the person was heard from.")


class FollowUpAbsence(Asked):
    reason: FollowUpMissedReason


class Suspended(Asked):
    reason: SuspensionReason
    until: Day | None = Field(default=None, description="Its last day; null: until they say so.")


class FollowUpShown(Shown):
    id: UUID
    planned_by: UUID = Field(description="The organisation that will do it.")
    due_on: date
    purpose: Purpose
    mode: Mode
    with_member: UUID | None
    data_class: DataClass
    state: FollowUpState


@router.get("/follow-ups", responses=reads(PathwayNotOpened))
def follow_ups(pathway_id: UUID, reading: AReading) -> tuple[FollowUpShown, ...]:
    """When somebody is to hear from the person, and whether they did."""
    known = reading.pathway(pathway_id).pathway.follow_ups.by_id.values()
    return tuple(map(FollowUpShown.model_validate, known))


@on_pathway(router, "/follow-ups", FollowUpAlreadyPlanned)
def plan(pathway_id: UUID, asked: Planned, door: ADoor) -> Told:
    """Plan to hear from the person again."""
    command = door.command(PlanFollowUp, asked, pathway_id=pathway_id)
    return door.run(plan_follow_up, command, of=command.follow_up_id)


@on_item(
    router, "/follow-ups/{follow_up_id}/move", FollowUpUnknown, FollowUpIsOver, FollowUpNotMoved
)
def move(pathway_id: UUID, follow_up_id: UUID, asked: AnotherDay, door: AnItemDoor) -> Told:
    """Give a follow-up another day."""
    command = door.command(MoveFollowUp, asked, pathway_id=pathway_id, follow_up_id=follow_up_id)
    return door.run(move_follow_up, command, of=follow_up_id)


@on_item(router, "/follow-ups/{follow_up_id}/completion", FollowUpUnknown, FollowUpIsOver)
def do(pathway_id: UUID, follow_up_id: UUID, asked: Done, door: AnItemDoor) -> Told:
    """Record that the person was heard from, as planned."""
    addressed = {"pathway_id": pathway_id, "follow_up_id": follow_up_id}
    command = door.command(RecordFollowUp, asked, **addressed)
    return door.run(record_follow_up, command, of=follow_up_id)


@on_item(router, "/follow-ups/{follow_up_id}/absence", FollowUpUnknown, FollowUpIsOver)
def miss(pathway_id: UUID, follow_up_id: UUID, asked: FollowUpAbsence, door: AnItemDoor) -> Told:
    """Record that the person was not heard from, as planned."""
    command = door.command(MissFollowUp, asked, pathway_id=pathway_id, follow_up_id=follow_up_id)
    return door.run(miss_follow_up, command, of=follow_up_id)


@on_item(router, "/follow-ups/{follow_up_id}/correction", FollowUpUnknown, FollowUpNotOver)
def correct(pathway_id: UUID, follow_up_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that it was recorded as done or missed wrongly: it is awaited again."""
    addressed = {"pathway_id": pathway_id, "follow_up_id": follow_up_id}
    command = door.command(CorrectFollowUp, asked, **addressed)
    return door.run(correct_follow_up, command, of=follow_up_id)


@on_pathway(router, "/contact-suspension", SuspensionEndsBefore, ContactAlreadySuspended)
def suspend(pathway_id: UUID, asked: Suspended, door: ADoor) -> Told:
    """Suspend contact, at the person's pace: nothing is sent meanwhile."""
    command = door.command(SuspendContact, asked, pathway_id=pathway_id)
    return door.run(suspend_contact, command, of=pathway_id)


@on_pathway(router, "/contact-suspension/end", ContactNotSuspended)
def resume(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Let the person be contacted again."""
    command = door.command(ResumeContact, asked, pathway_id=pathway_id)
    return door.run(resume_contact, command, of=pathway_id)

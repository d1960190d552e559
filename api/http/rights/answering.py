"""What the service answers, in writing or by its silence, and the appeals against it."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import AnItemDoor, Asked, Told
from api.http.rights.applying import OnADay
from api.http.says import on_item
from application.rights.appeal_refusal import AppealRefusal, appeal_refusal
from application.rights.decide_appeal import DecideAppeal, decide_appeal
from application.rights.open_right import OpenRight, open_right
from application.rights.reach_implied_decision import (
    ReachImpliedDecision,
    reach_implied_decision,
)
from application.rights.refuse_right import RefuseRight, refuse_right
from domain.instants import Day
from domain.pathway.rights.refusals import (
    AnswerNotDue,
    AppealAlreadyFiled,
    EndsBeforeStart,
    EndUnknown,
    NoAppealPending,
    NothingFiled,
    NothingToAppeal,
    RightAlreadyOpen,
    RightUnknown,
    RightWasRefused,
    SilenceNotConfirmed,
)
from domain.rights.schemes import AppealStep, Decision, RefusalReason

router = APIRouter(prefix="/v1/pathways/{pathway_id}/rights/{right_id}", tags=["rights"])


class Dates(Asked):
    starts_on: Day
    ends_on: Day | None = Field(
        default=None, description="The last day covered; absent: the one that the rules give."
    )


class Refused(OnADay):
    reason: RefusalReason


class Appeal(OnADay):
    step: AppealStep


class AppealAnswer(OnADay):
    decision: Decision


@on_item(
    router,
    "/opening",
    RightUnknown,
    RightAlreadyOpen,
    NothingFiled,
    RightWasRefused,
    EndUnknown,
    EndsBeforeStart,
)
def grant(pathway_id: UUID, right_id: UUID, asked: Dates, door: AnItemDoor) -> Told:
    """Note that the right was granted, with its dates."""
    command = door.command(OpenRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(open_right, command, of=right_id)


@on_item(router, "/refusal", RightUnknown, NothingFiled)
def refuse(pathway_id: UUID, right_id: UUID, asked: Refused, door: AnItemDoor) -> Told:
    """Note a written refusal, of the application or of a renewal."""
    command = door.command(RefuseRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(refuse_right, command, of=right_id)


@on_item(router, "/implied-decision", RightUnknown, NothingFiled, SilenceNotConfirmed, AnswerNotDue)
def note_silence(pathway_id: UUID, right_id: UUID, asked: OnADay, door: AnItemDoor) -> Told:
    """Note that the service let its time go by, where the meaning of that is certain."""
    command = door.command(ReachImpliedDecision, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(reach_implied_decision, command, of=right_id)


@on_item(router, "/appeal", RightUnknown, NothingToAppeal, AppealAlreadyFiled)
def appeal(pathway_id: UUID, right_id: UUID, asked: Appeal, door: AnItemDoor) -> Told:
    """Contest a refusal; a late appeal is noted as late, never turned away here."""
    command = door.command(AppealRefusal, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(appeal_refusal, command, of=right_id)


@on_item(router, "/appeal/decision", RightUnknown, NoAppealPending)
def answer_appeal(pathway_id: UUID, right_id: UUID, asked: AppealAnswer, door: AnItemDoor) -> Told:
    """Note the answer to an appeal."""
    command = door.command(DecideAppeal, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(decide_appeal, command, of=right_id)

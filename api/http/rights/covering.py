"""A right in force: renewed, interrupted, ended, and its dates set right."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, ASeenDoor, Asked, Told
from api.http.rights.answering import Dates
from api.http.rights.applying import OnADay
from api.http.says import on_item, on_pathway, on_seen
from application.rights.correct_right import CorrectRight, correct_right
from application.rights.declare_right_open import DeclareRightOpen, declare_right_open
from application.rights.end_right import EndRight, end_right
from application.rights.enter_right_in_error import EnterRightInError, enter_right_in_error
from application.rights.expire_right import ExpireRight, expire_right
from application.rights.renew_right import RenewRight, renew_right
from application.rights.restore_right import RestoreRight, restore_right
from application.rights.suspend_right import SuspendRight, suspend_right
from application.rights.withdraw_right_end import WithdrawRightEnd, withdraw_right_end
from domain.instants import Day
from domain.pathway.rights.refusals import (
    EndsBeforeStart,
    EndUnknown,
    LastDayMissing,
    PeriodsOverlap,
    PeriodUnknown,
    RestoredBeforeSuspended,
    RightAlreadyKnown,
    RightEnded,
    RightIsSuspended,
    RightNotEnded,
    RightNotInForce,
    RightNotOpen,
    RightNotSuspended,
    RightStillRuns,
    RightUnknown,
    RightWasRefused,
)
from domain.rights.schemes import EndReason, Scheme, SuspensionReason

router = APIRouter(prefix="/v1/pathways/{pathway_id}/rights", tags=["rights"])


class RightHeld(Dates):
    scheme: Scheme


class Suspension(OnADay):
    reason: SuspensionReason


class End(OnADay):
    reason: EndReason


class Term(Asked):
    today: Day


class Corrected(Dates):
    period_starts_on: Day = Field(description="The first day of the period, as told until now.")


@on_pathway(router, "/declaration", RightAlreadyKnown, EndsBeforeStart)
def declare(pathway_id: UUID, asked: RightHeld, door: ADoor) -> Told:
    """Note a right that the person already had when they were met."""
    command = door.command(DeclareRightOpen, asked, pathway_id=pathway_id)
    return door.run(declare_right_open, command, of=command.right_id)


@on_item(
    router,
    "/{right_id}/renewal",
    RightUnknown,
    RightNotOpen,
    RightEnded,
    RightWasRefused,
    PeriodsOverlap,
    EndUnknown,
    EndsBeforeStart,
)
def renew(pathway_id: UUID, right_id: UUID, asked: Dates, door: AnItemDoor) -> Told:
    """Note that the right goes on for another period."""
    command = door.command(RenewRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(renew_right, command, of=right_id)


@on_item(
    router,
    "/{right_id}/suspension",
    RightUnknown,
    RightNotOpen,
    RightEnded,
    RightIsSuspended,
    RightNotInForce,
)
def suspend(pathway_id: UUID, right_id: UUID, asked: Suspension, door: AnItemDoor) -> Told:
    """Note that the right is interrupted, from the first day without it."""
    command = door.command(SuspendRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(suspend_right, command, of=right_id)


@on_item(
    router, "/{right_id}/restoration", RightUnknown, RightNotSuspended, RestoredBeforeSuspended
)
def restore(pathway_id: UUID, right_id: UUID, asked: OnADay, door: AnItemDoor) -> Told:
    """Note that the interrupted right runs again, from its first day."""
    command = door.command(RestoreRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(restore_right, command, of=right_id)


@on_item(router, "/{right_id}/end", RightUnknown, RightNotOpen, RightEnded, RightNotInForce)
def end(pathway_id: UUID, right_id: UUID, asked: End, door: AnItemDoor) -> Told:
    """Note that the right stops before its term, on its last day covered."""
    command = door.command(EndRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(end_right, command, of=right_id)


@on_item(router, "/{right_id}/end/withdrawal", RightUnknown, RightNotEnded)
def withdraw_end(pathway_id: UUID, right_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Correct an end that did not happen."""
    command = door.command(WithdrawRightEnd, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(withdraw_right_end, command, of=right_id)


@on_item(router, "/{right_id}/expiry", RightUnknown, RightNotOpen, RightEnded, RightStillRuns)
def expire(pathway_id: UUID, right_id: UUID, asked: Term, door: AnItemDoor) -> Told:
    """Note that the right reached its term without being renewed."""
    command = door.command(ExpireRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(expire_right, command, of=right_id)


@on_seen(
    router,
    "/{right_id}/correction",
    RightUnknown,
    RightIsSuspended,
    PeriodUnknown,
    LastDayMissing,
    EndsBeforeStart,
    PeriodsOverlap,
)
def correct(pathway_id: UUID, right_id: UUID, asked: Corrected, door: ASeenDoor) -> Told:
    """Set the dates of one period right."""
    command = door.command(CorrectRight, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(correct_right, command, of=right_id)


@on_item(router, "/{right_id}/withdrawal", RightUnknown)
def withdraw(pathway_id: UUID, right_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that this right was never the person's: another scheme, another file."""
    command = door.command(EnterRightInError, asked, pathway_id=pathway_id, right_id=right_id)
    return door.run(enter_right_in_error, command, of=right_id)

"""Care debts: who asks for how much, where they stand, how they are settled."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.mediation.enter_debt_in_error import EnterDebtInError, enter_debt_in_error
from application.mediation.move_debt import MoveDebt, move_debt
from application.mediation.report_debt import ReportDebt, report_debt
from application.mediation.settle_debt import SettleDebt, settle_debt
from domain.data_classes import DataClass
from domain.pathway.debts import (
    Cents,
    Creditor,
    Debt,
    DebtAlreadyKnown,
    DebtAlreadySettled,
    DebtState,
    DebtUnknown,
    SettledHow,
    SettledOtherwise,
)
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1/pathways/{pathway_id}/debts", tags=["mediation"])


class Reported(Asked):
    debt: Debt = Field(examples=[{"creditor": "hospital", "cents": 42_000}])


class Moved(Asked):
    state: DebtState = Field(description="Where it stands now.", examples=["remission_asked"])
    cents: Cents | None = Field(default=None, description="What is left; null: as before.")


class Settled(Asked):
    how: SettledHow


class DebtShown(Shown):
    id: UUID
    creditor: Creditor
    cents: int | None = Field(description="Of a euro; null where it is not known.")
    named: str | None
    since: date | None
    state: DebtState
    settled: SettledHow | None
    data_class: DataClass
    reported_at: datetime


@router.get("", responses=reads(PathwayNotOpened))
def debts(pathway_id: UUID, reading: AReading) -> tuple[DebtShown, ...]:
    """What the person is asked to pay for care."""
    known = reading.pathway(pathway_id).pathway.debts.by_id.values()
    return tuple(map(DebtShown.model_validate, known))


@on_pathway(router, "", DebtAlreadyKnown)
def report(pathway_id: UUID, asked: Reported, door: ADoor) -> Told:
    """Note a bill that the person cannot pay."""
    command = door.command(ReportDebt, asked, pathway_id=pathway_id)
    return door.run(report_debt, command, of=command.debt_id)


@on_item(router, "/{debt_id}/progress", DebtUnknown, DebtAlreadySettled, SettledOtherwise)
def move(pathway_id: UUID, debt_id: UUID, asked: Moved, door: AnItemDoor) -> Told:
    """Note where a debt stands now, and what is left of it."""
    command = door.command(MoveDebt, asked, pathway_id=pathway_id, debt_id=debt_id)
    return door.run(move_debt, command, of=debt_id)


@on_item(router, "/{debt_id}/settlement", DebtUnknown, DebtAlreadySettled)
def settle(pathway_id: UUID, debt_id: UUID, asked: Settled, door: AnItemDoor) -> Told:
    """Note that nothing more is asked, and why."""
    command = door.command(SettleDebt, asked, pathway_id=pathway_id, debt_id=debt_id)
    return door.run(settle_debt, command, of=debt_id)


@on_item(router, "/{debt_id}/withdrawal", DebtUnknown)
def withdraw(pathway_id: UUID, debt_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that this never was the person's debt."""
    command = door.command(EnterDebtInError, asked, pathway_id=pathway_id, debt_id=debt_id)
    return door.run(enter_debt_in_error, command, of=debt_id)

"""Caseloads that pass from one member to another: handed over, or lent for some days."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.lists import PersonNamed
from api.http.reading import AReading, Shown
from api.http.says import on_network, reads
from api.http.signed_in import AHouse, SignedIn
from application.caseloads.cut_loan_short import CutLoanShort, cut_loan_short
from application.caseloads.hand_over_caseload import (
    HandOverCaseload,
    PathwaysNamed,
    RecipientFollowsNobody,
    hand_over_caseload,
)
from application.caseloads.lend_caseload import LendCaseload, lend_caseload
from application.caseloads.read_handover import HandoverRead, HandoverState, read_handover
from application.caseloads.read_loans import read_loans
from application.network import Network
from application.ports import Recorded
from application.traces.trace import Look
from application.traces.trace_listed import trace_listed
from application.views.reach import RoleFollowsNobody
from domain.data_classes import DataClass
from domain.instants import Day
from domain.members import Member
from domain.organisation.caseloads import (
    AlreadyLent,
    HandedToOneself,
    HandoverUnknown,
    LoanDatesReversed,
    LoanUnknown,
    NothingToHandOver,
)
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.sharing.words import ReferentReason

router = APIRouter(prefix="/v1", tags=["caseloads"])

COLLEAGUES = (RoleFollowsNobody, MemberUnknown, AlreadyLeft, RecipientFollowsNobody)


class HandingOver(Asked):
    from_id: UUID = Field(description="A member of your organisation, perhaps one who left.")
    to_id: UUID = Field(description="A caseworker of your organisation.")
    reason: ReferentReason
    pathway_ids: PathwaysNamed = Field(
        default=None, description="Some pathways; null: all that you see of which they lead."
    )


class PathwayPassed(Shown):
    pathway_id: UUID
    person: PersonNamed | None
    state: HandoverState = Field(
        description="Left behind: the person keeps the member out, or somebody else leads."
    )


class HandoverShown(Shown):
    id: UUID
    from_id: UUID
    to_id: UUID
    reason: ReferentReason
    at: datetime
    pathways: tuple[PathwayPassed, ...] = Field(description="Those that you take part in.")


class Lending(Asked):
    from_id: UUID = Field(description="A member of your organisation.")
    to_id: UUID = Field(description="A caseworker of your organisation, who stands in.")
    first_day: Day
    last_day: Day


class LoanShown(Shown):
    id: UUID
    from_id: UUID
    to_id: UUID
    first_day: date
    last_day: date


@on_network(router, "/handovers", PathwayNotOpened, *COLLEAGUES, HandedToOneself, NothingToHandOver)
def hand_over(asked: HandingOver, door: ADoor) -> Told:
    """Hand over a colleague's caseload in one act; each pathway follows in a moment."""
    views = door.house.views

    def handing(network: Network, command: HandOverCaseload, by: Member) -> Recorded:
        return hand_over_caseload(network, views, command, by)

    command = door.command(HandOverCaseload, asked)
    return door.run(handing, command, of=command.handover_id)


@router.get("/handovers/{handover_id}", responses=reads(HandoverUnknown, RoleFollowsNobody))
def handover(handover_id: UUID, by: SignedIn, house: AHouse) -> HandoverShown:
    """How a handover went, pathway by pathway."""
    read = read_handover(house.network, handover_id, by)
    shown = ((one, _told(read, one)) for one in read.pathways)
    trace_listed(house.network, house.traces, by, look=Look.LIST, shown=shown)
    passed = tuple(
        PathwayPassed.model_validate(
            {"pathway_id": one, "state": state, "person": read.people.get(one)}
        )
        for one, state in read.pathways.items()
    )
    said = read.handover._asdict() | {"pathways": passed}
    return HandoverShown.model_validate(said)


@on_network(router, "/loans", *COLLEAGUES, HandedToOneself, LoanDatesReversed, AlreadyLent)
def lend(asked: Lending, door: ADoor) -> Told:
    """Let a colleague stand in for a referent during their holidays; it ends by itself."""
    command = door.command(LendCaseload, asked)
    return door.run(lend_caseload, command, of=command.loan_id)


@router.get("/loans", responses=reads())
def loans(reading: AReading) -> tuple[LoanShown, ...]:
    """Who stands in for whom in your organisation, today and later."""
    return tuple(map(LoanShown.model_validate, read_loans(reading.house.network, reading.by)))


@on_network(router, "/loans/{loan_id}/end", RoleFollowsNobody, LoanUnknown)
def cut_short(loan_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Give a caseload back before its last day: today it is its referent's again."""
    command = door.command(CutLoanShort, asked, loan_id=loan_id)
    return door.run(cut_loan_short, command, of=loan_id)


def _told(read: HandoverRead, pathway_id: UUID) -> tuple[DataClass, ...]:
    if read.people.get(pathway_id):
        return DataClass.SOCIAL, DataClass.IDENTITY
    return (DataClass.SOCIAL,)

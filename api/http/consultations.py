"""Consultations of health centres: counted by facility and year, and told on a pathway."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_network, on_pathway, reads
from api.http.signed_in import AHouse, SignedIn
from application.consultations.count_consultations import CountConsultations, count_consultations
from application.consultations.hold_consultation import HoldConsultation, hold_consultation
from application.consultations.read_consultations import OfFacility, read_day, read_year
from application.consultations.withdraw_consultation import (
    WithdrawConsultation,
    withdraw_consultation,
)
from application.consultations.withdraw_count import WithdrawCount, withdraw_count
from domain.consultations.register import (
    ConsultationsAlreadyCounted,
    ConsultationsToCome,
    CountIsTold,
    CountUnknown,
)
from domain.consultations.words import Consultation, Counted, Orientation, ReasonGroup
from domain.facility.refusals import FacilityUnknown, NotYoursToRun
from domain.instants import FIRST_DAY, LAST_DAY, Day
from domain.organisation.enrolment import MemberUnknown
from domain.pathway.consultations import ConsultationAlreadyHeld, ConsultationUnknown
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1", tags=["consultations"])

ON_PATHWAY = "/pathways/{pathway_id}/consultations"
AT_FACILITY = "/facilities/{facility_id}/consultations"
A_CONSULTATION = {
    "professional_id": "0d9f3c1e-5d0e-4a57-9d4e-0d5c1d7e4a10",
    "reason": "chronic",
    "is_new": False,
    "orientation": "general_practitioner",
}
Year = Annotated[int, Path(ge=FIRST_DAY.year, le=LAST_DAY.year)]
OnDay = Annotated[Day | None, Query(description="The day, where the facility is; today there.")]


class ConsultationsCount(Asked):
    counted: Counted = Field(
        description="Some that were alike, of people who have no pathway.",
        examples=[{"on": "2026-03-04", "consultation": A_CONSULTATION, "count": 12}],
    )


class ConsultationTold(Asked):
    facility_id: UUID
    on: Day
    consultation: Consultation = Field(examples=[A_CONSULTATION])


class FacilityYear(Shown):
    facility_id: UUID
    name: str
    total: int
    new: int = Field(description="Of people whom the facility had not met before.")
    known: int
    by_reason: dict[ReasonGroup, int]
    by_orientation: dict[Orientation, int]
    by_professional: dict[UUID, int]


class EntryShown(Shown):
    id: UUID
    on: date
    consultation: Consultation
    count: int


class ConsultationShown(Shown):
    id: UUID
    held_by: UUID = Field(description="An organisation.")
    facility_id: UUID
    on: date
    professional_id: UUID
    reason: ReasonGroup
    is_new: bool
    orientation: Orientation


@router.get("/consultations/{year}", responses=reads())
def of_year(year: Year, by: SignedIn, house: AHouse) -> tuple[FacilityYear, ...]:
    """A year's consultations in each facility where you work, as they are reported."""
    return tuple(map(_year_shown, read_year(house.network, year, by)))


@router.get(AT_FACILITY, responses=reads(FacilityUnknown, NotYoursToRun))
def of_day(
    facility_id: UUID, by: SignedIn, house: AHouse, day: OnDay = None
) -> tuple[EntryShown, ...]:
    """The entries of a day that no pathway tells of, to correct them."""
    return tuple(
        EntryShown(
            id=entry.entry_id,
            on=entry.counted.on,
            consultation=entry.counted.consultation,
            count=entry.counted.count,
        )
        for entry in read_day(house.network, facility_id, day, by)
    )


@on_network(
    router,
    AT_FACILITY,
    FacilityUnknown,
    NotYoursToRun,
    MemberUnknown,
    ConsultationsAlreadyCounted,
    ConsultationsToCome,
)
def count(facility_id: UUID, asked: ConsultationsCount, door: ADoor) -> Told:
    """Count consultations of people who have no pathway, as numbers."""
    command = door.command(CountConsultations, asked, facility_id=facility_id)
    return door.run(count_consultations, command, of=command.entry_id)


@on_network(
    router,
    f"{AT_FACILITY}/{{year}}/{{entry_id}}/withdrawal",
    FacilityUnknown,
    NotYoursToRun,
    CountUnknown,
    CountIsTold,
)
def withdraw_entry(
    facility_id: UUID, year: Year, entry_id: UUID, asked: Asked, door: ADoor
) -> Told:
    """Say that an entry should never have been recorded."""
    addressed = {"facility_id": facility_id, "year": year, "entry_id": entry_id}
    command = door.command(WithdrawCount, asked, **addressed)
    return door.run(withdraw_count, command, of=entry_id)


@router.get(ON_PATHWAY, responses=reads(PathwayNotOpened))
def on_the_pathway(pathway_id: UUID, reading: AReading) -> tuple[ConsultationShown, ...]:
    """The consultations on a pathway, as far as the caller may see."""
    known = reading.pathway(pathway_id).pathway.consultations
    return tuple(
        ConsultationShown.model_validate({"id": one.consultation_id, **dict(one)})
        for one in known.by_id.values()
    )


@on_pathway(
    router,
    ON_PATHWAY,
    FacilityUnknown,
    NotYoursToRun,
    MemberUnknown,
    ConsultationAlreadyHeld,
    ConsultationsToCome,
)
def hold(pathway_id: UUID, asked: ConsultationTold, door: ADoor) -> Told:
    """Record a consultation by a person who has a pathway; it is counted as every other one."""
    command = door.command(HoldConsultation, asked, pathway_id=pathway_id)
    return door.run(hold_consultation, command, of=command.consultation_id)


@on_item(router, f"{ON_PATHWAY}/{{consultation_id}}/withdrawal", ConsultationUnknown)
def withdraw(pathway_id: UUID, consultation_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that a consultation should never have been recorded; it is counted no more."""
    addressed = {"pathway_id": pathway_id, "consultation_id": consultation_id}
    command = door.command(WithdrawConsultation, asked, **addressed)
    return door.run(withdraw_consultation, command, of=consultation_id)


def _year_shown(told: OfFacility) -> FacilityYear:
    figures = told.figures
    return FacilityYear(
        facility_id=told.facility.id,
        name=told.facility.name,
        total=figures.total,
        new=figures.new,
        known=figures.known,
        by_reason=dict(figures.by_reason),
        by_orientation=dict(figures.by_orientation),
        by_professional=dict(figures.by_professional),
    )

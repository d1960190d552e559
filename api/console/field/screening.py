"""Rapid tests of an organisation: what it is allowed and has, and those that are nobody's."""

from collections.abc import Callable
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.forms.asking import local_day
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.screening.counting import counts, tests_of_lot
from api.http.screening.office import LotShown, office
from application.receipts.naming import Directory
from application.screening.running import AT_WORK, RESPONSIBLE
from domain.organisation.screening.refusals import LotUnknown

router = APIRouter(prefix="/field/screening", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def show(visit: AVisit) -> Response:
    known = office(visit.by, visit.house)
    return page(
        visit,
        "field/screening.html",
        office=known,
        told_first=known.information.get(visit.language),
        counted=sorted(counts(visit.by, visit.house), key=lambda one: one.on, reverse=True),
        lots={lot.id: lot for lot in known.lots},
        today=local_day(visit),
        name_of=names(visit),
        responsible=bool(RESPONSIBLE & visit.by.roles),
        at_work=bool(AT_WORK & visit.by.roles),
    )


@router.get("/lots/{lot_id}")
def lot(lot_id: UUID, visit: AVisit) -> Response:
    """The tests made with a lot, as far as the visitor may see each: whom to call if recalled."""
    found = tests_of_lot(lot_id, visit.by, visit.house)
    return page(
        visit,
        "field/lot.html",
        lot=lot_of(visit, lot_id),
        found=found,
        responsible=bool(RESPONSIBLE & visit.by.roles),
    )


def lot_of(visit: Visit, lot_id: UUID) -> LotShown:
    """A lot of one's organisation.

    Raises:
        LotUnknown: it declared none such.
    """
    for one in office(visit.by, visit.house).lots:
        if one.id == lot_id:
            return one
    raise LotUnknown


def names(visit: Visit) -> Callable[[UUID], str]:
    """The names of colleagues."""
    return Directory(visit.house.network.log).naming([visit.by.organisation_id])

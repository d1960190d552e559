"""Every look of some days, verified again: those that had no ground are told."""

from datetime import datetime

from fastapi import APIRouter
from starlette.responses import Response

from api.console.audit.asking import written
from api.console.audit.interval import AnInterval
from api.console.audit.reads import look_told
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from application.audits.check_reads import Verdict
from application.audits.check_reads_under_mandate import (
    CheckedUnderMandate,
    check_reads_under_mandate,
)

router = APIRouter(prefix="/audit/reads", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def check(visit: AVisit, days: AnInterval) -> Response:
    """Nothing is verified before a first day is chosen."""
    told = _checked(visit, days.start, days.end) if days.start else None
    lawless = told.lawless if told else ()
    return page(
        visit,
        "audit/checking.html",
        interval=days,
        told=told,
        lawless=[
            (one.trace.pathway_id, look_told(visit, one.trace, Verdict(lawless=one)))
            for one in lawless
        ],
        next=written(told.next) if told else "",
    )


def _checked(visit: Visit, start: datetime, end: datetime | None) -> CheckedUnderMandate:
    house, now = visit.house, visit.house.network.clock()
    return check_reads_under_mandate(
        house.network, house.traces, house.kept, visit.by, start=start, end=end or now
    )

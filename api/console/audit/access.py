"""Who could see each class of data at an instant, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from starlette.responses import Response

from api.console.audit.asking import AnAsking
from api.console.audit.instants import in_full
from api.console.audit.viewers import viewers_of, whom
from api.console.audit.walking import warnings
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.console.wording.labels import label
from application.audits.explain_access_then import AccessThen, explain_access_then
from application.audits.explain_everybodys_access import (
    EverybodysAccess,
    explain_everybodys_access,
)
from application.pathways.explain_access import ClassExplained
from application.receipts.naming import Directory
from domain.access import Ground
from domain.members import Profession

ROOM = "/access"
router = APIRouter(
    prefix="/audit/pathways/{pathway_id}/access",
    route_class=ConsoleRoute,
    include_in_schema=False,
)


@dataclass(frozen=True, slots=True)
class ClassTold:
    name: str
    ground: str  # empty: it was not seen
    until: datetime | None
    why_not: str


@router.get("")
def access(asking: AnAsking, visit: AVisit, profession: Profession | None = None) -> Response:
    """For somebody of a profession there, unless a member is named; else for the auditor."""
    house, there = visit.house, profession or Profession.OTHER
    network, traces, audit = house.network, house.traces, asking.audit
    told: AccessThen | EverybodysAccess
    if audit.organisation_id is None:
        told = explain_everybodys_access(network, traces, audit, visit.by)
    else:
        told = explain_access_then(network, traces, audit, visit.by, profession=there)
    opened = told.opened
    return page(
        visit,
        "audit/access.html",
        room=ROOM,
        asking=asking,
        as_of=in_full(visit, opened.at),
        as_whom=whom(visit, opened.asked),
        by_profession=opened.asked.member_id is None,
        profession=visit.gettext(label(there)),
        professions=[(one.value, visit.gettext(label(one)), one is there) for one in Profession],
        in_care_team=opened.in_care_team(),
        warnings=list(warnings(opened)),
        whole=opened.is_reached_whole(),
        organisations=viewers_of(visit, opened.organisations()),
        classes=[_class(visit, one) for one in told.classes],
        everybody=_everybody(visit, told) if isinstance(told, EverybodysAccess) else [],
    )


def _everybody(visit: Visit, told: EverybodysAccess) -> list[tuple[str, list[str]]]:
    """Each class, and the organisations that could see it, with their grounds."""
    name = Directory(visit.house.network.log).organisation
    return [
        (
            visit.gettext(label(data_class)),
            sorted(f"{name(one)} ({_grounds(visit, why)})" for one, why in grounds.items()),
        )
        for data_class, grounds in told.grounds.items()
    ]


def _grounds(visit: Visit, grounds: Iterable[Ground]) -> str:
    return ", ".join(visit.gettext(label(one)) for one in sorted(grounds))


def _class(visit: Visit, one: ClassExplained) -> ClassTold:
    return ClassTold(
        name=visit.gettext(label(one.data_class)),
        ground=visit.gettext(label(one.ground)) if one.ground else "",
        until=one.until,
        why_not=visit.gettext(label(one.why_not)) if one.why_not else "",
    )

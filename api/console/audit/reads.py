"""Who looked at a pathway, when, on which ground, what for, and whether that ground stood."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from api.console.audit.asking import AnAsking, written
from api.console.audit.instants import in_full
from api.console.audit.interval import AnInterval
from api.console.audit.viewers import viewers_of, whom
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.console.wording.labels import label
from api.languages.words import phrase
from application.audits.check_reads import Verdict
from application.audits.list_reads import ReadsAsked, list_reads
from application.receipts.naming import Directory
from application.traces.trace import Trace
from domain.instants import FIRST

ROOM = "/reads"
router = APIRouter(
    prefix="/audit/pathways/{pathway_id}/reads", route_class=ConsoleRoute, include_in_schema=False
)


@dataclass(frozen=True, slots=True)
class LookTold:
    at: str
    who: str
    look: str
    purpose: str
    grounds: str
    classes: str
    as_of: str
    seen_as: str
    verdict: str  # empty: it had its ground
    tone: str


@router.get("")
def reads(asking: AnAsking, visit: AVisit, days: AnInterval) -> Response:
    house = visit.house
    asked = ReadsAsked(asking.audit, days.start or FIRST, days.end)
    told = list_reads(house.network, house.traces, house.kept, asked, visit.by)
    return page(
        visit,
        "audit/reads.html",
        room=ROOM,
        asking=asking,
        interval=days,
        as_whom=whom(visit, told.opened.asked),
        whole=told.opened.is_reached_whole(),
        organisations=viewers_of(visit, told.opened.organisations()),
        looks=[look_told(visit, read.kept.trace, read.verdict) for read in told.looks],
        lawless=sum(read.verdict.lawless is not None for read in told.looks),
        unchecked=sum(not read.verdict.checkable for read in told.looks),
        next=asking.address(ROOM, to=days.last, **{"from": written(told.next)})
        if told.next
        else "",
    )


def look_told(visit: Visit, trace: Trace, verdict: Verdict) -> LookTold:
    words, directory = visit.gettext, Directory(visit.house.network.log)
    said, tone = _verdict(verdict)
    return LookTold(
        at=in_full(visit, trace.at),
        who=words(phrase("Cordée itself")) if trace.for_reminder else _who(directory, trace),
        look=words(label(trace.look)),
        purpose=words(label(trace.purpose)),
        grounds=", ".join(words(label(one)) for one in sorted(trace.grounds)),
        classes=", ".join(words(label(one)) for one in sorted(trace.classes)),
        as_of=in_full(visit, trace.as_of) if trace.as_of else "",
        seen_as=directory.organisation(trace.seen_as) if trace.seen_as else "",
        verdict=words(said),
        tone=tone,
    )


def _who(directory: Directory, trace: Trace) -> str:
    known = directory.membership(trace.organisation_id, trace.member_id)
    name = (known.name if known else None) or ""
    return ", ".join(filter(None, (name, directory.organisation(trace.organisation_id))))


def _verdict(verdict: Verdict) -> tuple[str, str]:
    """In words, and how it is coloured."""
    if verdict.lawless:
        return label(verdict.lawless.fault), "warn"
    if not verdict.checkable:
        return phrase("Cannot be checked"), ""
    return phrase("Had its ground"), "ok"

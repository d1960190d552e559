"""A caseload passes to a colleague: from whom, to whom, which pathways, in one page; then told."""

from collections.abc import Container
from uuid import UUID

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response

from api.console.day.naming import called
from api.console.forms.running import door_for
from api.console.forms.sent import Sent
from api.console.network.refused import Refused
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.caseloads import HandingOver, hand_over, handover
from api.http.lists import caseload
from api.http.paging import After, Paging
from api.languages.words import phrase
from api.problems import Unreadable, status_of
from application.caseloads.hand_over_caseload import HandOverCaseload
from application.caseloads.read_colleagues import read_colleagues
from application.receipts.naming import Directory
from application.views.caseload import CaseloadFilter
from application.views.pages import MOST
from domain.organisation.enrolment import MemberUnknown
from domain.pathway.sharing.words import ReferentReason
from domain.refusals import DomainError

router = APIRouter(prefix="/network", route_class=ConsoleRoute, include_in_schema=False)
UNFIT = phrase("Choose a colleague, a reason, and which pathways pass to them.")
SOME = "some"


@router.get("/hand-over")
def show(visit: AVisit, from_id: str = "", after: After = None) -> Response:
    typed = {"from_id": [from_id]}
    sent = Sent.new(visit.by.id, opened=visit.house.network.clock(), seen="", back="")
    return _drawn(visit, typed, sent, after=after)


@router.post("/hand-over")
def send(visit: AVisit, typed: ATyped) -> Response:
    """Hand over once; or show the page again, with what was typed and why it was not done."""
    sent = Sent.read(typed, by=visit.by.id, now=visit.house.network.clock())
    door = door_for(visit, key=sent.key, seen="")
    try:
        asked = HandingOver.model_validate(_said(typed))
        told = hand_over(asked, door)
        handover_id = door.command(HandOverCaseload, asked).handover_id
    except (ValidationError, RequestValidationError):
        return _drawn(visit, typed, sent, refused=Refused(status_of(Unreadable), UNFIT))
    except DomainError as refusal:
        return _drawn(visit, typed, sent, refused=Refused.by(refusal))
    fresh = told.headers["Cordee-Position"]
    return see(f"/network/hand-overs/{handover_id}", said="saved", fresh=fresh)


@router.get("/hand-overs/{handover_id}")
def result(handover_id: UUID, visit: AVisit) -> Response:
    """How it went, pathway by pathway."""
    shown = handover(handover_id, visit.by, visit.house)
    naming = Directory(visit.house.network.log).naming((visit.by.organisation_id,))
    return page(visit, "network/handed_over.html", handover=shown, naming=naming, called=called)


def _said(typed: Typed) -> dict[str, object]:
    named = typed.get("pathway_ids", []) if last(typed, "which") == SOME else None
    said = {name: last(typed, name) for name in ("from_id", "to_id", "reason")}
    return said | {"pathway_ids": named}


def _drawn(
    visit: Visit,
    typed: Typed,
    sent: Sent,
    *,
    after: str | None = None,
    refused: Refused | None = None,
) -> Response:
    colleagues = read_colleagues(visit.house.network.log, visit.by)
    from_id = _giver(last(typed, "from_id"), colleagues.givers)
    listed = None
    if from_id is not None:
        paging = Paging(visit.by, visit.house, MOST, after, None)
        listed = caseload(paging, CaseloadFilter(referent_id=from_id))
    return page(
        visit,
        "network/hand_over.html",
        status=refused.status if refused else 200,
        refused=refused,
        givers=colleagues.givers,
        takers={one: name for one, name in colleagues.takers.items() if one != from_id},
        from_id=from_id,
        listed=listed,
        led=[one for one in listed.entries if one.referent_id == from_id] if listed else [],
        reasons=tuple(ReferentReason),
        typed={name: last(typed, name) for name in ("to_id", "reason", "which")},
        ticked=frozenset(typed.get("pathway_ids", [])) if refused else None,
        hidden=sent.hidden(),
        called=called,
    )


def _giver(said: str, givers: Container[UUID]) -> UUID | None:
    """Whose caseload is meant; None: nobody's yet.

    Raises:
        MemberUnknown: nobody's here.
    """
    try:
        found = UUID(said) if said else None
    except ValueError:
        raise MemberUnknown from None
    if found is not None and found not in givers:
        raise MemberUnknown
    return found

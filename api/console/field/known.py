"""Somebody known was met: chosen among those met lately, or found by a few letters of a name."""

from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from api.console.field.acting import attempt, id_of, new_key
from api.console.field.contacts import meet
from api.console.field.session import SESSION
from api.console.field.talking import THEMES, interview
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.activities.reading import activity
from api.http.lists import CaseloadEntryShown, Search, search
from api.http.paging import Paging
from api.languages.words import phrase
from api.problems import Unreadable, status_of
from application.activities.quick_contact import QuickContact, command_for
from application.views.caseload import CaseloadEntry, CaseloadFilter
from application.views.pages import MOST, USUAL, PageAsked
from application.views.read_caseload import read_caseload

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
KNOWN = f"{SESSION}/known"
LATELY = 8  # people at a glance
LONG_AGO = datetime.min.replace(tzinfo=UTC)
WHOM = phrase("Choose the person first.")
Known = Iterable[CaseloadEntry | CaseloadEntryShown]


@router.get(KNOWN)
def show(activity_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, met_lately(visit))


@router.post(f"{KNOWN}/search")
def find(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Those whose name begins so: it travels in the body, and stays in no address."""
    name = last(typed, "name")
    try:
        asked = Search.model_validate({"name": name})
    except ValidationError:
        return drawn(visit, activity_id, met_lately(visit))
    found = search(asked, Paging(visit.by, visit.house, USUAL, None, None))
    return drawn(visit, activity_id, found, searched=name)


@router.post(KNOWN)
def count(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Count somebody known, with what was talked about."""

    def done() -> Response:
        if not (chosen := last(typed, "pathway_id")):
            return again(WHOM, status_of(Unreadable))
        talked = interview(typed)
        outcome = meet(visit, activity_id, typed, pathway_id=chosen, interview=talked)
        if outcome.refused is not None:
            return again(outcome.refused.title, HTTPStatus.CONFLICT)
        contact = QuickContact(id=id_of(visit, typed), pathway_id=outcome.pathway_id)
        command = command_for(contact, activity_id=activity_id, member_id=visit.by.id)
        return see(
            SESSION.format(activity_id=activity_id),
            last=str(outcome.contact_id),
            of=chosen,
            interview=str(command.id_for("interview")) if talked else "",
        )

    def again(refusal: str, status: HTTPStatus) -> Response:
        return drawn(visit, activity_id, met_lately(visit), refusal=refusal, status=status)

    return attempt(done, again)


def drawn(
    visit: Visit,
    activity_id: UUID,
    people: Known,
    *,
    searched: str = "",
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    return page(
        visit,
        "field/known.html",
        status=status,
        activity=activity(activity_id, visit.by, visit.house),
        people=people,
        searched=searched,
        themes=THEMES,
        key=new_key(),
        refusal=refusal,
    )


def met_lately(visit: Visit) -> Known:
    """Of the people that the visitor is the referent of, those met last; each look is traced."""
    paging = Paging(visit.by, visit.house, MOST, None, None)
    wanted = CaseloadFilter(referent_id=visit.by.id)
    house, asked = visit.house, PageAsked(MOST)
    listed = read_caseload(house.network, house.views, visit.by, wanted=wanted, page=asked)
    met = sorted(filter(_last_met, listed.entries), key=_last_met, reverse=True)[:LATELY]
    paging.traced((entry.pathway_id, entry.classes) for entry in met)
    return met


def _last_met(entry: CaseloadEntry) -> datetime:
    return entry.last_contact_at or LONG_AGO

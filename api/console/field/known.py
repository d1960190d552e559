"""Somebody known was met: counted once, with what was talked about on their pathway."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import attempt, id_of, new_key
from api.console.field.choosing import WHOM, People, found, met_lately
from api.console.field.contacts import meet
from api.console.field.session import SESSION
from api.console.field.talking import THEMES, interview
from api.console.forms.pages import FormRoute
from api.console.page import page
from api.console.refusing import see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.activities.reading import activity
from api.problems import Unreadable, status_of
from application.activities.quick_contact import QuickContact, command_for

router = APIRouter(route_class=FormRoute, include_in_schema=False)
KNOWN = f"{SESSION}/known"


@router.get(KNOWN)
def show(activity_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, met_lately(visit))


@router.post(f"{KNOWN}/search")
def find(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    return drawn(visit, activity_id, found(visit, typed), searched=last(typed, "name"))


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
    people: People,
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

"""Somebody met wants to be followed: their pathway opens, as of when and where they were met."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import attempt, door_of, key_again, new_key
from api.console.field.contacts import meet
from api.console.field.session import SESSION
from api.console.field.talking import THEMES, interview
from api.console.forms.pages import FormRoute
from api.console.page import page
from api.console.refusing import see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.activities.contacts import Named, follow
from api.http.activities.reading import activity
from api.http.door import Receipt

router = APIRouter(route_class=FormRoute, include_in_schema=False)
NEW = f"{SESSION}/followed"
MET = f"{SESSION}/contacts/{{contact_id}}/followed"  # who was met nameless


@router.get(NEW)
def show(activity_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, {}, key=new_key())


@router.get(MET)
def show_met(activity_id: UUID, contact_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, {}, key=new_key(), contact_id=contact_id)


@router.post(NEW)
def open_new(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Count somebody, and open their pathway."""

    def done() -> Response:
        talked = interview(typed)
        outcome = meet(visit, activity_id, typed, called=last(typed, "called"), interview=talked)
        if outcome.refused is not None:
            return again(outcome.refused.title, HTTPStatus.CONFLICT)
        return _opened(activity_id, outcome.pathway_id)

    def again(refusal: str, status: HTTPStatus) -> Response:
        key = key_again(typed, refusal)
        return drawn(visit, activity_id, typed, key=key, refusal=refusal, status=status)

    return attempt(done, again)


@router.post(MET)
def open_met(activity_id: UUID, contact_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Open the pathway of somebody who was counted nameless: they are still counted once."""

    def done() -> Response:
        named = Named.model_validate({"called": last(typed, "called")})
        told = follow(activity_id, contact_id, named, door_of(visit, typed))
        return _opened(activity_id, Receipt.model_validate_json(bytes(told.body)).id)

    def again(refusal: str, status: HTTPStatus) -> Response:
        return drawn(
            visit,
            activity_id,
            typed,
            key=key_again(typed, refusal),
            contact_id=contact_id,
            refusal=refusal,
            status=status,
        )

    return attempt(done, again)


def drawn(
    visit: Visit,
    activity_id: UUID,
    typed: Typed,
    *,
    key: str,
    contact_id: UUID | None = None,
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    return page(
        visit,
        "field/followed.html",
        status=status,
        activity=activity(activity_id, visit.by, visit.house),
        contact_id=contact_id,
        called=last(typed, "called"),
        themes=THEMES,
        key=key,
        refusal=refusal,
    )


def _opened(activity_id: UUID, pathway_id: UUID | None) -> Response:
    here = SESSION.format(activity_id=activity_id)
    return see(here, said="followed", of=str(pathway_id or ""))

"""Count somebody met nameless, follow them, or say that nobody was met there."""

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid5

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import attempt, door_of, id_of
from api.console.field.session import SESSION, drawn
from api.console.forms.pages import FormRoute
from api.console.forms.running import door_for
from api.console.refusing import see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.activities.contacts import ContactOutcome, ContactsMet, ContactsTold, record
from api.http.activities.contacts import withdraw as withdraw_nameless
from api.http.activities.contacts import withdraw_one as withdraw_known
from api.http.door import Asked
from api.http.notes import withdraw_one as withdraw_interview
from application.activities.quick_contact import QuickContact
from domain.kernel import Value

router = APIRouter(route_class=FormRoute, include_in_schema=False)


class TakenBack(Value):
    """Who was met last, as the page says it."""

    last: UUID
    of: UUID | None  # their pathway, where they have one
    interview: UUID | None  # what was talked about, where something was


def meet(visit: Visit, activity_id: UUID, typed: Typed, **said: Any) -> ContactOutcome:
    """Record one contact, under the key of the page.

    Raises:
        ValidationError: what was typed does not go together.
    """
    contact = QuickContact.model_validate({"id": id_of(visit, typed), **said})
    told = record(activity_id, ContactsMet(contacts=(contact,)), door_of(visit, typed))
    (outcome,) = ContactsTold.model_validate_json(bytes(told.body)).contacts
    return outcome


@router.post(SESSION)
def count(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Count one more, nameless."""

    def done() -> Response:
        outcome = meet(visit, activity_id, typed, word=last(typed, "word") or None)
        if outcome.refused is not None:
            return again(outcome.refused.title, HTTPStatus.CONFLICT)
        return see(SESSION.format(activity_id=activity_id), last=str(outcome.contact_id))

    def again(refusal: str, status: HTTPStatus) -> Response:
        return drawn(visit, activity_id, refusal=refusal, status=status)

    return attempt(done, again)


@router.post(f"{SESSION}/taken-back")
def take_back(activity_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Say that whoever was counted last was not met there."""

    def done() -> Response:
        taken = TakenBack.model_validate(
            {name: last(typed, name) or None for name in TakenBack.model_fields}
        )
        _take_back(visit, activity_id, typed, taken)
        return see(SESSION.format(activity_id=activity_id), said="taken-back")

    def again(refusal: str, status: HTTPStatus) -> Response:
        return drawn(visit, activity_id, refusal=refusal, status=status)

    return attempt(done, again)


def _take_back(visit: Visit, activity_id: UUID, typed: Typed, taken: TakenBack) -> None:
    door = door_of(visit, typed)
    if taken.of is None:
        withdraw_nameless(activity_id, taken.last, Asked(), door)
        return
    withdraw_known(taken.of, taken.last, Asked(), door)
    if taken.interview is not None:
        another = door_for(visit, key=uuid5(id_of(visit, typed), "interview"), seen="")
        withdraw_interview(taken.of, taken.interview, Asked(), another)

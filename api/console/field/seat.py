"""Somebody known takes a place in a session of a workshop, ahead of it or as they come."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import attempt, door_of, new_key
from api.console.field.attendance import CAME, SESSION, session_of
from api.console.field.choosing import WHOM, People, found, met_lately
from api.console.forms.pages import FormRoute
from api.console.page import page
from api.console.refusing import see
from api.console.typed import ATyped, last
from api.console.visit import AVisit, Visit
from api.http.activities.reading import activity
from api.http.workshop_places import PlaceAsked, take
from api.problems import Unreadable, status_of
from domain.kernel import Value

router = APIRouter(route_class=FormRoute, include_in_schema=False)
SEAT = f"{SESSION}/person"


class Chosen(Value):
    pathway_id: UUID


@router.get(SEAT)
def show(activity_id: UUID, session_id: UUID, visit: AVisit) -> Response:
    return drawn(visit, activity_id, session_id, met_lately(visit))


@router.post(f"{SEAT}/search")
def find(activity_id: UUID, session_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    searched = last(typed, "name")
    return drawn(visit, activity_id, session_id, found(visit, typed), searched=searched)


@router.post(SEAT)
def give(activity_id: UUID, session_id: UUID, visit: AVisit, typed: ATyped) -> Response:
    """Give the person a place; where they came already, say so in one act."""

    def done() -> Response:
        if not last(typed, "pathway_id"):
            return again(WHOM, status_of(Unreadable))
        chosen = Chosen.model_validate({"pathway_id": last(typed, "pathway_id")})
        said = {
            "workshop_id": activity_id,
            "of_session": session_id,
            "came": CAME.get(last(typed, "came")),
            "was_nameless": last(typed, "came") == "nameless",
        }
        take(chosen.pathway_id, PlaceAsked.model_validate(said), door_of(visit, typed))
        here = SESSION.format(activity_id=activity_id, session_id=session_id)
        return see(here, said="saved")

    def again(refusal: str, status: HTTPStatus) -> Response:
        people = met_lately(visit)
        return drawn(visit, activity_id, session_id, people, refusal=refusal, status=status)

    return attempt(done, again)


def drawn(
    visit: Visit,
    activity_id: UUID,
    session_id: UUID,
    people: People,
    *,
    searched: str = "",
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    known = activity(activity_id, visit.by, visit.house)
    return page(
        visit,
        "field/seat.html",
        status=status,
        activity=known,
        session=session_of(known, session_id),
        now=visit.house.network.clock(),
        people=people,
        searched=searched,
        key=new_key(),
        refusal=refusal,
    )

"""The page of an outreach session: how many people were met, and one more in a tap or two."""

from http import HTTPStatus
from uuid import UUID, uuid5

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import KEYS, new_key
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit, Visit
from api.http.activities.reading import shown
from application.activities.list_contacts import list_contacts, people_met
from application.activities.read_activity import read_activity
from domain.activity.activity import Activity
from domain.activity.callwords import CallWord
from domain.members import Role

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
SESSION = "/field/sessions/{activity_id}"
OFFERED = 5  # words at a glance; the others are a tap away


@router.get(SESSION)
def session(
    activity_id: UUID,
    visit: AVisit,
    last: UUID | None = None,
    of: UUID | None = None,
    interview: UUID | None = None,
) -> Response:
    """The session; with whom was met last, who may be taken back."""
    return drawn(visit, activity_id, last=last, of=of, interview=interview)


def drawn(
    visit: Visit,
    activity_id: UUID,
    *,
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
    last: UUID | None = None,
    of: UUID | None = None,
    interview: UUID | None = None,
) -> Response:
    """The page; `last` was met last, `of` is their pathway where they have one.

    Raises:
        ActivityUnknown: there is no such session that the visitor runs.
    """
    house = visit.house
    known, key = read_activity(house.network, activity_id, visit.by), new_key()
    known.outreach.must_be_one()
    words = words_left(known, key)
    return page(
        visit,
        "field/session.html",
        status=status,
        activity=shown(known, people_met(house.network, known)),
        nameless=list_contacts(house.network, activity_id, visit.by),
        words=words[:OFFERED],
        more_words=sorted(words[OFFERED:]),
        follows=visit.has(Role.CASEWORKER),
        key=key,
        refusal=refusal,
        last=last,
        of=of,
        interview=interview,
    )


def words_left(activity: Activity, key: str) -> list[CallWord]:
    """Those nobody was given there, in another order on each page: teams pick several at once."""
    given = {contact.word for contact in activity.contacts.by_id.values()}
    left = [word for word in CallWord if word not in given]
    return sorted(left, key=lambda word: uuid5(KEYS, f"{key}{word}"))

"""Start an outreach session: what the last one was is filled in already."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.responses import Response

from api.console.field.acting import attempt, door_of, key_again, new_key
from api.console.forms.pages import FormRoute
from api.console.page import page
from api.console.refusing import see
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisit, Visit
from api.http.activities.outreach import SessionHeld, hold
from api.http.activities.reading import activities, activity
from api.http.door import Receipt
from api.http.paging import Paging
from domain.activity.outreach import OutreachKind
from domain.activity.words import ActivityKind

router = APIRouter(route_class=FormRoute, include_in_schema=False)
NEW = "/field/sessions/new"
TYPED = ("kind", "place", "commune", "day", "time")


@router.get(NEW)
def show(visit: AVisit) -> Response:
    return drawn(visit, _known(visit), key=new_key())


@router.post(NEW)
def start(visit: AVisit, typed: ATyped) -> Response:
    """Record that a session begins; whoever starts it is of the team."""

    def done() -> Response:
        told = hold(SessionHeld.model_validate(_said(visit, typed)), door_of(visit, typed))
        return see(f"/field/sessions/{Receipt.model_validate_json(bytes(told.body)).id}")

    def again(refusal: str, status: HTTPStatus) -> Response:
        kept = {name: last(typed, name) for name in TYPED}
        return drawn(visit, kept, key=key_again(typed, refusal), refusal=refusal, status=status)

    return attempt(done, again)


def drawn(
    visit: Visit,
    filled: Mapping[str, str],
    *,
    key: str,
    refusal: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    return page(
        visit,
        "field/start.html",
        status=status,
        filled=filled,
        kinds=OutreachKind,
        key=key,
        refusal=refusal,
    )


def _known(visit: Visit) -> Mapping[str, str]:
    """Now, where the last session was."""
    now = visit.house.network.clock().astimezone(ZoneInfo(visit.zone))
    filled = {"day": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}", "place": "", "commune": ""}
    paging = Paging(visit.by, visit.house, 1, None, None)
    for one in activities(paging, ActivityKind.OUTREACH_SESSION).entries:
        last_one = activity(one.activity_id, visit.by, visit.house)
        happening, outreach = last_one.happening, last_one.outreach
        filled |= {"place": happening.place, "commune": happening.commune or ""}
        filled |= {"kind": outreach.kind} if outreach else {}
    return {"kind": OutreachKind.FOOD_DISTRIBUTION} | filled


def _said(visit: Visit, typed: Typed) -> Mapping[str, Any]:
    happening = {
        "place": last(typed, "place"),
        "commune": last(typed, "commune").strip() or None,
        "starts_at": _instant(visit, typed),
        "team": [visit.by.id],
    }
    return {"kind": last(typed, "kind"), "happening": happening}


def _instant(visit: Visit, typed: Typed) -> str:
    said = f"{last(typed, 'day')}T{last(typed, 'time')}"
    try:
        return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(visit.zone)).isoformat()
    except ValueError:
        return said

"""Forms: each route of the API that a person would use, asked for in a page of its own."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.console.forms.asking import asking
from api.console.forms.drawing import Outcome, drawn, filled
from api.console.forms.form import VERSION, form_at
from api.console.forms.sending import Sending
from api.console.forms.sent import Sent
from api.console.refusing import ConsoleRoute
from api.console.typed import ATyped, last
from api.console.visit import AVisit

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)


@router.get("/forms/{path:path}")
def show(path: str, request: Request, visit: AVisit) -> Response:
    """A form, with what is already known."""
    form, ids = form_at(f"{VERSION}/{path}")
    asked = asking(visit, form, ids)
    named = dict(request.query_params)
    back = named.pop("back", "")
    sent = Sent.new(visit.by.id, opened=asked.now, seen=asked.item(), back=back)
    return drawn(asked, sent, filled(asked, named))


@router.post("/forms/{path:path}")
def send(path: str, visit: AVisit, typed: ATyped) -> Response:
    """Do what was asked, once; or show the form again, with what was typed and why."""
    form, ids = form_at(f"{VERSION}/{path}")
    sent = Sent.read(typed, by=visit.by.id, now=visit.house.network.clock())
    sending = Sending(visit, form, ids, sent, typed)
    if more := last(typed, "again"):
        return sending.drawn(Outcome(more=more))
    return sending.answered()

"""Forms: each route of the API that a person would use, asked for in a page of its own."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.console.forms.asking import asking
from api.console.forms.drafts import sealed
from api.console.forms.drawing import Outcome, drawn, filled
from api.console.forms.form import VERSION, form_at
from api.console.forms.sending import Sending
from api.console.forms.sent import Sent
from api.console.refusing import ConsoleRoute
from api.console.signing_in.entering import shown
from api.console.typed import ATyped, last, typed_in
from api.console.visit import AVisit
from api.console.visit import visitor as a_visitor
from api.http.house import house


class FormRoute(ConsoleRoute):
    """A route that loses nothing of what was typed, should the session have ended."""

    async def signed_out(self, request: Request) -> Response:
        if request.method != "POST":
            return await super().signed_out(request)
        draft = sealed(house(request).opaque, await typed_in(request))
        visitor = await a_visitor(request)
        return shown(
            request, visitor, to=request.url.path, draft=draft, status=HTTPStatus.UNAUTHORIZED
        )


router = APIRouter(route_class=FormRoute, include_in_schema=False)


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
    if last(typed, "check") == "classes":  # a script asks, and follows what is chosen
        return JSONResponse(sending.classes())
    if more := last(typed, "again") or last(typed, "check"):
        return sending.drawn(Outcome(more=more))
    return sending.answered()

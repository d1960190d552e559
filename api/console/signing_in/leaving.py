"""Where one is signed in, and how one signs out: here, elsewhere, everywhere."""

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.console.cookies import forget_session, token_of
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.typed import ATyped, last
from api.console.visit import AGuest
from api.http.sessions import close_all_sessions, close_one_session, list_sessions
from api.http.signed_in import AHouse, Bearer
from application.accounts.refusals import SessionUnknown

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
# Nothing that was shown is left in the browser of a shared computer.
CLEARED = {"Clear-Site-Data": '"cache", "storage"'}


@router.get("/sessions")
def show(guest: AGuest) -> Response:
    listed = list_sessions(Bearer(guest.token, guest.recognition), guest.house)
    return page(guest, "signing_in/sessions.html", sessions=listed.entries)


@router.post("/sessions/end")
def end(guest: AGuest, typed: ATyped) -> Response:
    """Sign out where a session was opened, at once.

    Raises:
        SessionUnknown: it is not one's own, or has ended.
    """
    try:
        session_id = UUID(last(typed, "session_id"))
    except ValueError:
        raise SessionUnknown from None
    close_one_session(session_id, Bearer(guest.token, guest.recognition), guest.house)
    return see("/sessions", said="ended")


@router.post("/sessions/end-all")
def end_all(request: Request, guest: AGuest) -> Response:
    """Sign out everywhere, here included."""
    close_all_sessions(Bearer(guest.token, guest.recognition), guest.house)
    return _out(request)


@router.post("/sign-out")
def leave(request: Request, house: AHouse) -> Response:
    """Sign out here; somebody who was signed out already is told the same."""
    if token := token_of(request):
        house.desk.sessions.close(token)
    return _out(request)


def _out(request: Request) -> Response:
    answer = see("/sign-in", said="signed-out")
    forget_session(request, answer)
    answer.headers.update(CLEARED)
    return answer

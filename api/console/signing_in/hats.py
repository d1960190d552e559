"""Choose the membership one acts under; each opens its own doors."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.forms.drafts import reopened
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.signing_in.leading import safe
from api.console.typed import ATyped, last
from api.console.visit import AGuest, Guest, guest_of, visit_of
from api.http.sessions import Chosen, choose, current_session
from api.http.signed_in import Bearer
from application.accounts.refusals import NotYourMembership

router = APIRouter(prefix="/hat", route_class=ConsoleRoute, include_in_schema=False)


@router.get("")
def show(guest: AGuest, to: str = "/") -> Response:
    return to_choose(guest, to=safe(to))


def to_choose(guest: Guest, *, to: str, draft: str = "") -> Response:
    """The hats that one may wear; with what was typed before, if something was."""
    now = current_session(Bearer(guest.token, guest.recognition), guest.house)
    return page(guest, "signing_in/hat.html", now=now, to=to, draft=draft)


@router.post("")
def wear(guest: AGuest, typed: ATyped) -> Response:
    """Go on under a membership.

    Raises:
        NotYourMembership: it is not one's own, or has ended.
    """
    try:
        chosen = Chosen(membership_id=UUID(last(typed, "membership_id")))
    except ValueError:
        raise NotYourMembership from None
    choose(chosen, Bearer(guest.token, guest.recognition), guest.house)
    to, draft = safe(last(typed, "to")), last(typed, "draft")
    visit = visit_of(guest_of(guest, guest.token)) if draft else None
    return reopened(visit, to=to, draft=draft) if visit else see(to)

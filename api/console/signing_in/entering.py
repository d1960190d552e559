"""Sign in with an e-mail address and a password; the demo offers its own accounts."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus

import structlog
from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import Response

from api.console.cookies import keep_session
from api.console.forms.drafts import reopened
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.signing_in.hats import to_choose
from api.console.signing_in.leading import safe
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisitor, Visitor, guest_of, visit_of
from api.http.house import OfferedLogin
from api.languages.words import phrase
from api.problems import headers_of, status_of
from application.accounts.refusals import WrongCredentials
from application.accounts.sign_in import Opened, SignIn, sign_in
from domain.members import Role
from domain.refusals import DomainError

router = APIRouter(route_class=ConsoleRoute, include_in_schema=False)
log = structlog.get_logger()
LOOPBACK = frozenset({"127.0.0.1", "::1"})
ROLES: Mapping[Role, str] = {  # in the order in which a demo is looked at
    Role.CASEWORKER: phrase("People who follow pathways"),
    Role.COORDINATOR: phrase("People who coordinate"),
    Role.ADMINISTRATOR: phrase("People who run the network"),
    Role.AUDITOR: phrase("People who audit"),
}


@router.get("/sign-in")
def show(request: Request, visitor: AVisitor, to: str = "/") -> Response:
    return shown(request, visitor, to=safe(to))


@router.post("/sign-in")
def enter(request: Request, visitor: AVisitor, typed: ATyped) -> Response:
    """Open a session, and lead on to where one was going."""
    to = safe(last(typed, "to"))
    try:
        opened = _opened(request, visitor, typed)
    except DomainError as refusal:
        email, draft = last(typed, "email"), last(typed, "draft")
        return shown(request, visitor, to=to, refusal=refusal, email=email, draft=draft)
    session = opened.session
    log.info("session.opened", session_id=str(session.id), account_id=str(session.account_id))
    answer = _led_on(visitor, opened, to=to, draft=last(typed, "draft"))
    keep_session(request, answer, opened.token)
    return answer


def _led_on(visitor: Visitor, opened: Opened, *, to: str, draft: str) -> Response:
    """To where one was going; to the form that was being filled in, where there was one."""
    if not draft:
        return see(to) if opened.session.membership else see("/hat", to=to)
    guest = guest_of(visitor, opened.token)
    if visit := visit_of(guest):
        return reopened(visit, to=to, draft=draft)
    return to_choose(guest, to=to, draft=draft)


def shown(
    request: Request,
    visitor: Visitor,
    *,
    to: str,
    refusal: DomainError | None = None,
    email: str = "",
    draft: str = "",
    status: int = HTTPStatus.OK,
) -> Response:
    """The page to sign in at; with what was refused, if something was."""
    answer = page(
        visitor,
        "signing_in/sign_in.html",
        status=status_of(type(refusal)) if refusal else status,
        to=to,
        refusal=refusal,
        email=email,
        draft=draft,
        offered=list(_offered(request, visitor)),
    )
    answer.headers.update(headers_of(refusal) if refusal else {})
    return answer


def _opened(request: Request, visitor: Visitor, typed: Typed) -> Opened:
    email, password = last(typed, "email"), last(typed, "password")
    chosen = last(typed, "offered")
    for login in visitor.house.offered if chosen and _is_near(request) else ():
        if login.email == chosen:
            email, password = login.email, login.password
    try:
        asked = SignIn.model_validate({"email": email.strip(), "password": password})
    except ValidationError:
        raise WrongCredentials from None
    address = request.client.host if request.client else ""
    return sign_in(visitor.house.desk, asked, address=address)


def _offered(request: Request, visitor: Visitor) -> Iterator[tuple[str, list[OfferedLogin]]]:
    """The accounts of the demo by role, to whoever sits at the machine that serves it."""
    for role, title in ROLES.items() if _is_near(request) else ():
        found = [login for login in visitor.house.offered if login.role is role]
        if found:
            yield title, found


def _is_near(request: Request) -> bool:
    return request.client is not None and request.client.host in LOOPBACK

"""Sign in with an e-mail address and a password; the demo offers its own accounts."""

from collections.abc import Iterator, Mapping

import structlog
from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import Response

from api.console.cookies import keep_session
from api.console.page import page
from api.console.refusing import ConsoleRoute, see
from api.console.signing_in.leading import safe
from api.console.typed import ATyped, Typed, last
from api.console.visit import AVisitor, Visitor
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
        return shown(request, visitor, to=to, refusal=refusal, email=last(typed, "email"))
    session = opened.session
    log.info("session.opened", session_id=str(session.id), account_id=str(session.account_id))
    answer = see(to) if session.membership else see("/hat", to=to)
    keep_session(request, answer, opened.token)
    return answer


def shown(
    request: Request,
    visitor: Visitor,
    *,
    to: str,
    refusal: DomainError | None = None,
    email: str = "",
    **more: object,
) -> Response:
    """The page to sign in at; with what was refused, if something was."""
    answer = page(
        visitor,
        "signing_in/sign_in.html",
        status=status_of(type(refusal)) if refusal else 200,
        to=to,
        refusal=refusal,
        email=email,
        offered=list(_offered(request, visitor)),
        **more,
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

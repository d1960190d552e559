"""Turn refusals into answers: the exception handlers of the door."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from api.problems import (
    MEDIA_TYPE,
    Fault,
    MethodNotAllowed,
    NoSuchPage,
    NotJson,
    TooLarge,
    Unreadable,
    headers_of,
    problem_of,
    status_of,
)
from application.refusals import EventUnreadable
from domain.refusals import DomainError

MISREAD_AT_MOST = 20  # faults named in one answer
OF_THE_FRAMEWORK: dict[int, type[DomainError]] = {
    HTTPStatus.NOT_FOUND: NoSuchPage,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowed,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: TooLarge,
    HTTPStatus.BAD_REQUEST: Unreadable,
}

WATCHED = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)  # what somebody who tries doors meets; conflicts of everyday work are not among them

log = structlog.get_logger()


def told(refusal: DomainError, scope: Scope, *, errors: list[Fault] | None = None) -> Response:
    """The answer that tells a refusal."""
    problem = problem_of(refusal, correlation_id=scope["correlation_id"], errors=errors)
    note_refusal(refusal, scope)
    return Response(
        problem.model_dump_json(exclude_none=True),
        status_code=problem.status,
        headers=headers_of(refusal),
        media_type=MEDIA_TYPE,
    )


def tell_refusals(app: FastAPI) -> None:
    """Register how each kind of refusal is told."""
    app.exception_handler(DomainError)(_refused)
    app.exception_handler(RequestValidationError)(_misread)


async def _refused(request: Request, refusal: DomainError) -> Response:
    note_fault(refusal)
    return told(refusal, request.scope)


def note_fault(refusal: DomainError) -> None:
    """Tell the log what whoever runs the installation must know of."""
    if isinstance(refusal, EventUnreadable):
        log.error(
            "http.event_unreadable", stream_id=str(refusal.stream_id), position=refusal.position
        )
    if status_of(type(refusal)) is HTTPStatus.SERVICE_UNAVAILABLE:
        log.warning("http.unavailable", code=refusal.code)


def note_refusal(refusal: DomainError, scope: Scope) -> None:
    """Who was refused what, by ids and by the shape of the address: never the address itself."""
    if status_of(type(refusal)) not in WATCHED:
        return
    member_id = scope.get("state", {}).get("member_id")
    route = getattr(scope.get("route"), "path", None)
    log.info("http.refused", code=refusal.code, route=route, member_id=member_id and str(member_id))


async def _misread(request: Request, error: RequestValidationError) -> Response:
    faults = error.errors()
    if _sent_something_else(request, faults):
        return told(NotJson(), request.scope)
    errors = [_fault(fault["loc"], kind=fault["type"]) for fault in faults[:MISREAD_AT_MOST]]
    return told(Unreadable(), request.scope, errors=errors)


def by_the_framework(request: Request, error: HTTPException) -> Response:
    """A refusal of the framework's own, told as ours are."""
    refusal = OF_THE_FRAMEWORK.get(error.status_code, Unreadable)()
    response = told(refusal, request.scope)
    response.headers.update(error.headers or {})
    return response


def _fault(where: tuple[str | int, ...], *, kind: str) -> Fault:
    """Name a fault by fields of ours only: what was sent is never repeated."""
    known = where[:-1] if kind in {"extra_forbidden", "json_invalid"} else where
    return Fault(at="/".join(str(part) for part in known), fault=kind)


def _sent_something_else(request: Request, faults: Sequence[Any]) -> bool:
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return sent != "application/json" and any(
        fault["loc"] == ("body",) and fault["type"] != "missing" for fault in faults
    )

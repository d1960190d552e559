"""How refusals are told over HTTP: RFC 9457 problem documents; only this module knows statuses.

DoorRefusal          refusals of the door itself, before any use case is asked
 ├─ Unreadable       what was sent does not say what it should, or not in a form we read
 ├─ NoSuchPage, MethodNotAllowed, TooLarge, NotJson
 ├─ MarkMissing      a blind write here would be dangerous
 └─ NotReady, Unexpected
"""

from http import HTTPStatus
from math import ceil
from typing import Any

from pydantic import Field

from application.accounts.refusals import (
    NotSignedIn,
    SignInBusy,
    TooManyAttempts,
    WrongCredentials,
)
from application.refusals import (
    ChangedSinceSeen,
    EventUnreadable,
    StoreUnavailable,
    TooBusy,
    ViewBehind,
)
from domain.kernel import Value
from domain.refusals import Conflict, DomainError, Forbidden, NotFound

MEDIA_TYPE = "application/problem+json"
SOON = 1  # second before a busy store is worth asking again
LATER = 5  # seconds before a store that cannot be reached is


class DoorRefusal(DomainError):
    """Refused at the door: no use case was asked."""


class Unreadable(DoorRefusal):
    code = "unreadable"
    title = "This request cannot be read: correct the fields named here, then send it again."


class NoSuchPage(DoorRefusal):
    code = "not-found"
    title = NotFound.title


class MethodNotAllowed(DoorRefusal):
    code = "method-not-allowed"
    title = "This address does not answer to this method: see the header Allow."


class TooLarge(DoorRefusal):
    code = "too-large"
    title = "This request is longer than 1 MiB: send less at once."


class NotJson(DoorRefusal):
    code = "not-json"
    title = "Send JSON, with the header Content-Type: application/json."


class MarkMissing(DoorRefusal):
    code = "mark-missing"
    title = "Read this first, then send the ETag you were given in the header If-Match."


class NotReady(DoorRefusal):
    code = "not-ready"
    title = "Not ready to serve: `cordee status` tells what is missing."


class Unexpected(DoorRefusal):
    code = "unexpected"
    title = "Something went wrong on our side: tell whoever runs this installation, with the id."


STATUSES: dict[type[DomainError], HTTPStatus] = {
    NotSignedIn: HTTPStatus.UNAUTHORIZED,
    WrongCredentials: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    NoSuchPage: HTTPStatus.NOT_FOUND,
    MethodNotAllowed: HTTPStatus.METHOD_NOT_ALLOWED,
    Conflict: HTTPStatus.CONFLICT,
    ChangedSinceSeen: HTTPStatus.PRECONDITION_FAILED,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    NotJson: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Unreadable: HTTPStatus.UNPROCESSABLE_ENTITY,
    MarkMissing: HTTPStatus.PRECONDITION_REQUIRED,
    TooManyAttempts: HTTPStatus.TOO_MANY_REQUESTS,
    Unexpected: HTTPStatus.INTERNAL_SERVER_ERROR,
    EventUnreadable: HTTPStatus.INTERNAL_SERVER_ERROR,
    NotReady: HTTPStatus.SERVICE_UNAVAILABLE,
    SignInBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    ViewBehind: HTTPStatus.SERVICE_UNAVAILABLE,
    TooBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
WAITS: dict[type[DomainError], int] = {
    SignInBusy: SOON,
    TooBusy: SOON,
    ViewBehind: SOON,
    NotReady: LATER,
    StoreUnavailable: LATER,
}


class Fault(Value):
    """One fault: where, and of which kind; never what was sent."""

    at: str = Field(examples=["body/called"])
    fault: str = Field(examples=["string_too_long"])


class Problem(Value):
    """Why it was refused (RFC 9457), what to do, and an id to give when asking for help."""

    type: str = Field(examples=["/docs#not-found"], description="Where the code is explained.")
    title: str = Field(description="What to do, in one sentence.")
    status: int = Field(ge=400, le=599)
    code: str = Field(description="Stable, for machines.")
    correlation_id: str = Field(description="Also in the header Correlation-Id, and in our logs.")
    errors: list[Fault] | None = Field(default=None, description="Where, and which faults.")


def status_of(refusal: type[DomainError]) -> HTTPStatus:
    """The status of the nearest ancestor that has one."""
    return next(
        (STATUSES[kind] for kind in refusal.__mro__ if kind in STATUSES),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )


def problem_of(
    refusal: DomainError, *, correlation_id: str, errors: list[Fault] | None = None
) -> Problem:
    """What the caller is told; nothing of it comes from what they sent."""
    return Problem(
        type=f"/docs#problem-{refusal.code}",
        title=refusal.title,
        status=status_of(type(refusal)),
        code=refusal.code,
        correlation_id=correlation_id,
        errors=errors,
    )


def headers_of(refusal: DomainError) -> dict[str, str]:
    """What goes with the problem: how to sign in, when to come back."""
    if status_of(type(refusal)) is HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(refusal, TooManyAttempts):
        return {"Retry-After": str(ceil(refusal.wait.total_seconds()))}
    waits = [WAITS[kind] for kind in type(refusal).__mro__ if kind in WAITS]
    return {"Retry-After": str(waits[0])} if waits else {}


def declared(*refusals: type[DomainError]) -> dict[int | str, dict[str, Any]]:
    """These refusals as OpenAPI responses, one example a code, gathered by status."""
    responses: dict[int | str, dict[str, Any]] = {}
    for refusal in refusals:
        status = status_of(refusal)
        response = responses.setdefault(
            int(status),
            {
                "description": status.phrase,
                "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA, "examples": {}}},
            },
        )
        response["content"][MEDIA_TYPE]["examples"][refusal.code] = _example(refusal)
    return responses


PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}


def _example(refusal: type[DomainError]) -> dict[str, Any]:
    problem = {
        "type": f"/docs#problem-{refusal.code}",
        "title": refusal.title,
        "status": int(status_of(refusal)),
        "code": refusal.code,
        "correlation_id": "5f0c1b1de5a44c8cb1c2a5b8a3f0d9e1",
    }
    return {"summary": refusal.title, "value": problem}

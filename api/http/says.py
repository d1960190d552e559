"""What each kind of route may answer, as its OpenAPI description declares it."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter, status

from api.http.door import Receipt
from api.problems import MarkMissing, NotJson, TooLarge, Unexpected, Unreadable, declared
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from application.refusals import (
    ChangedSinceSeen,
    CommandReused,
    EventUnreadable,
    StoreUnavailable,
    TooBusy,
    ViewBehind,
)
from application.views.reach import RoleFollowsNobody
from domain.pathway.opening import PathwayNotOpened
from domain.refusals import DomainError

Responses = dict[int | str, dict[str, Any]]
Route = TypeVar("Route", bound=Callable[..., Any])

ANY = (Unreadable, Unexpected, StoreUnavailable)
BODY = (NotJson, TooLarge)
SIGNED_IN = (NotSignedIn, MembershipNotChosen)


def strangers(*refusals: type[DomainError]) -> Responses:
    """A route for people who have not signed in."""
    return declared(*ANY, *BODY, *refusals)


def sessions(*refusals: type[DomainError]) -> Responses:
    """A route for a session that acts under no membership yet."""
    return declared(*ANY, *BODY, NotSignedIn, *refusals)


def reads(*refusals: type[DomainError]) -> Responses:
    """A route that reads."""
    return declared(*ANY, *SIGNED_IN, EventUnreadable, *refusals)


def lists(*refusals: type[DomainError]) -> Responses:
    """A route that reads a view."""
    return reads(RoleFollowsNobody, ViewBehind, *refusals)


def searches() -> Responses:
    """A list whose question travels in the body."""
    return lists(*BODY)


def commands(*refusals: type[DomainError]) -> Responses:
    """What any command may be refused with, and these."""
    return declared(*ANY, *BODY, *SIGNED_IN, EventUnreadable, CommandReused, TooBusy, *refusals)


def on_network(
    router: APIRouter, path: str, *refusals: type[DomainError], receipt: type[Receipt] = Receipt
) -> Callable[[Route], Route]:
    """A route that runs a command; its receipt may tell more than others."""
    return router.post(
        path,
        status_code=status.HTTP_201_CREATED,
        response_model=receipt,
        responses=commands(*refusals),
    )


def on_pathway(
    router: APIRouter, path: str, *refusals: type[DomainError], receipt: type[Receipt] = Receipt
) -> Callable[[Route], Route]:
    """A route that runs a command on a pathway."""
    return on_network(router, path, PathwayNotOpened, *refusals, receipt=receipt)


def on_item(router: APIRouter, path: str, *refusals: type[DomainError]) -> Callable[[Route], Route]:
    """One on something that is there, of which the caller may say what they saw."""
    return on_pathway(router, path, ChangedSinceSeen, *refusals)


def on_seen(router: APIRouter, path: str, *refusals: type[DomainError]) -> Callable[[Route], Route]:
    """One on something of which the caller must say what they saw."""
    return on_item(router, path, MarkMissing, *refusals)

"""What the routes of activities may answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter

from api.http.says import on_network
from domain.activity.refusals import (
    ActivityAlreadyHeld,
    ActivityDatesReversed,
    ActivityUnknown,
    NotYoursToHold,
)
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.registration import OrganisationUnknown
from domain.refusals import DomainError

Route = TypeVar("Route", bound=Callable[..., Any])


def holds(router: APIRouter, path: str, *refusals: type[DomainError]) -> Callable[[Route], Route]:
    """A route that records an activity."""
    return on_network(
        router,
        path,
        NotYoursToHold,
        ActivityAlreadyHeld,
        ActivityDatesReversed,
        MemberUnknown,
        OrganisationUnknown,
        *refusals,
    )


def on_activity(
    router: APIRouter, path: str, *refusals: type[DomainError]
) -> Callable[[Route], Route]:
    """A route that runs a command on an activity that is there."""
    return on_network(router, path, ActivityUnknown, *refusals)


def corrects(
    router: APIRouter, path: str, *refusals: type[DomainError]
) -> Callable[[Route], Route]:
    """A route that says an activity of a kind again."""
    return on_activity(
        router,
        f"{path}/{{activity_id}}/correction",
        ActivityDatesReversed,
        MemberUnknown,
        OrganisationUnknown,
        *refusals,
    )

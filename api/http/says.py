"""Which refusals each kind of route may answer with, as its OpenAPI description declares them."""

from typing import Any

from api.problems import NotJson, TooLarge, Unexpected, Unreadable, declared
from application.accounts.refusals import MembershipNotChosen, NotSignedIn
from application.refusals import CommandReused, EventUnreadable, StoreUnavailable, TooBusy
from domain.refusals import DomainError

Responses = dict[int | str, dict[str, Any]]

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


def commands(*refusals: type[DomainError]) -> Responses:
    """A route that runs a command."""
    return declared(*ANY, *BODY, *SIGNED_IN, EventUnreadable, CommandReused, TooBusy, *refusals)

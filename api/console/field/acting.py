"""What is done from a page of the field: once, however often it is sent; else said why not."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID, uuid4, uuid5

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response

from api.console.forms.running import door_for
from api.console.forms.sending import ALREADY, CORRECT
from api.console.typed import Typed, last
from api.console.visit import Visit
from api.http.door import Door
from api.problems import Unreadable, status_of
from application.refusals import CommandReused
from domain.refusals import DomainError

KEYS = UUID("5d0c5b0e-52a5-4c41-8a53-6d8f3a1ff1e1")  # ours: ids follow from the keys of pages

Again = Callable[[str, HTTPStatus], Response]  # the page once more, with what went wrong


def new_key() -> str:
    return str(uuid4())


def key_again(typed: Typed, refusal: str) -> str:
    """The key of a page that is shown again: the same, unless something was done under it."""
    return new_key() if refusal == ALREADY else last(typed, "key")


def id_of(visit: Visit, typed: Typed) -> UUID:
    """What a form is sent under: its key, and where it was sent."""
    return uuid5(KEYS, f"{visit.path} {last(typed, 'key')[:100] or new_key()}")


def door_of(visit: Visit, typed: Typed) -> Door:
    return door_for(visit, key=id_of(visit, typed), seen="")


def attempt(act: Callable[[], Response], again: Again) -> Response:
    """Do something; where it is refused, show the page again with the reason."""
    try:
        return act()
    except (ValidationError, RequestValidationError):
        return again(CORRECT, status_of(Unreadable))
    except CommandReused as refusal:
        return again(ALREADY, status_of(type(refusal)))
    except DomainError as refusal:
        return again(refusal.title, status_of(type(refusal)))

"""Lists that count what was just done, where the views have come that far."""

from collections.abc import Callable
from typing import TypeVar

from api.console.visit import Visit
from api.http.paging import Paging
from application.refusals import ViewBehind
from application.views.pages import USUAL

R = TypeVar("R")


def counting(visit: Visit, fresh: str | None, read: Callable[[int], R]) -> tuple[R, bool]:
    """What is read at a position that a page was given, else as it stands; and whether so.

    Raises:
        RequestValidationError: it is no position of ours.
    """
    position = Paging(visit.by, visit.house, USUAL, None, fresh).min_position
    try:
        return read(position), False
    except ViewBehind:
        return read(0), True

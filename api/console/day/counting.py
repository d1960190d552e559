"""Lists that count what was just done, where the views have come that far."""

from collections.abc import Callable
from typing import TypeVar

from application.refusals import ViewBehind

R = TypeVar("R")


def counting(fresh: str | None, read: Callable[[str | None], R]) -> tuple[R, bool]:
    """What is read at the position that a page was given, else as it stands; and whether so."""
    try:
        return read(fresh), False
    except ViewBehind:
        return read(None), True

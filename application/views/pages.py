"""Pages of lists: bounded, and resumed after the last thing shown rather than counted."""

from dataclasses import dataclass
from typing import Generic, TypeVar

E = TypeVar("E")
MOST = 100  # entries in a page
USUAL = 50

Cursor = tuple[int | str, ...]  # the place of the last entry shown; encrypted outside


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Which part of a list is wanted."""

    size: int = USUAL
    after: Cursor | None = None

    @property
    def bounded(self) -> int:
        return max(1, min(self.size, MOST))


FIRST_PAGE = PageAsked()


@dataclass(frozen=True, slots=True)
class Page(Generic[E]):
    """A part of a list; `next` asks for what follows, where there is something."""

    entries: tuple[E, ...]
    next: Cursor | None

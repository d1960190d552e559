"""Pages of a list, one after the other: where one stands, and how to go back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Self
from urllib.parse import urlencode

from fastapi import Depends, Query

from api.http.opaque import LONGEST

MOST_BACK = 50  # pages that one can go back through
Cursor = Annotated[str, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Trail:
    cursor: str = ""  # of this page; empty: the first
    back: tuple[str, ...] = ()  # of the pages before it

    @property
    def after(self) -> str | None:
        return self.cursor or None

    def following(self, path: str, questions: Mapping[str, str], cursor: str | None) -> str | None:
        """Where the page after this one is, if there is one."""
        if cursor is None:
            return None
        return Trail(cursor, (*self.back, self.cursor)[-MOST_BACK:]).address(path, questions)

    def before(self, path: str, questions: Mapping[str, str]) -> str | None:
        """Where the page before this one is, if there is one."""
        if not self.back:
            return None
        return self._back().address(path, questions)

    def address(self, path: str, questions: Mapping[str, str]) -> str:
        """A page, with what is asked of it; what is empty is not said."""
        asked = [(name, value) for name, value in questions.items() if value]
        cursor = [("cursor", self.cursor)] if self.cursor else []
        query = urlencode([*asked, *cursor, *(("back", one) for one in self.back)])
        return f"{path}?{query}" if query else path

    def _back(self) -> Self:
        *back, last = self.back
        return type(self)(last, tuple(back))


async def trail(
    cursor: Cursor = "",
    back: Annotated[tuple[Cursor, ...], Query(max_length=MOST_BACK)] = (),
) -> Trail:
    return Trail(cursor, back)


ATrail = Annotated[Trail, Depends(trail)]
FIRST = Trail()

"""Leafing through a long timeline: from where, how far, and where what follows begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi.exceptions import RequestValidationError

from api.console.pathway.timeline import Noted, Wanted
from api.http.opaque import NotOurs, Opaque, Purpose

NUMBER = 4  # bytes of an entry's number
USUAL, MOST = 50, 200  # entries on a page


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the timeline."""

    noted: tuple[Noted, ...]
    of: int  # how many there are in all, as filtered
    next: str  # where the earlier ones begin; empty at the end


@dataclass(frozen=True, slots=True)
class Leafing:
    opaque: Opaque
    pathway_id: UUID

    def leaf(self, noted: Sequence[Noted], wanted: Wanted, *, before: str, most: int) -> Leaf:
        """The entries that follow one, newest first.

        Raises:
            RequestValidationError: `before` is none of ours.
        """
        found = [one for one in noted if wanted.includes(one)]
        rest = self._after(noted, found, before) if before else found
        shown = tuple(rest[:most])
        more = len(rest) > len(shown)
        return Leaf(shown, len(found), self.token(shown[-1].number) if more else "")

    def token(self, number: int) -> str:
        content = self.pathway_id.bytes + number.to_bytes(NUMBER)
        return self.opaque.close(content, purpose=Purpose.CURSOR)

    def _after(self, noted: Sequence[Noted], found: Sequence[Noted], before: str) -> list[Noted]:
        number = self._number(before)
        places = {one.number: place for place, one in enumerate(noted)}
        place = places.get(number, -1)
        return [one for one in found if places[one.number] > place]

    def _number(self, before: str) -> int:
        try:
            content = self.opaque.open(before, purpose=Purpose.CURSOR)
        except NotOurs:
            raise not_ours() from None
        if content[:-NUMBER] != self.pathway_id.bytes:
            raise not_ours()
        return int.from_bytes(content[-NUMBER:])


def not_ours() -> RequestValidationError:
    return RequestValidationError([{"type": "not_ours", "loc": ("query", "before")}])

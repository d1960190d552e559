"""Pages of lists over HTTP: how many, from where, and how fresh."""

import json
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import Field

from api.http.house import House, house
from api.http.opaque import LONGEST, NotOurs, Purpose
from api.http.reading import Shown
from api.http.signed_in import member_of
from application.traces.trace import Look
from application.traces.trace_listed import Listed, trace_listed
from application.views.pages import MOST, USUAL, Cursor, Page, PageAsked
from domain.members import Member

E = TypeVar("E")

Limit = Annotated[int, Query(ge=1, le=MOST, description="Entries at most.")]
After = Annotated[
    str | None, Query(alias="cursor", max_length=LONGEST, description="The `next` of a page.")
]
MinPosition = Annotated[
    str | None,
    Query(max_length=LONGEST, description="The `Cordee-Position` of what the list must count."),
]


class PageShown(Shown, Generic[E]):
    entries: tuple[E, ...]
    next: str | None = Field(description="Send it as `cursor` for what follows; null at the end.")


@dataclass(frozen=True, slots=True)
class Paging:
    by: Member
    house: House
    limit: int
    after: str | None
    fresh: str | None

    def page(self, of: str) -> PageAsked:
        """The part that is asked for of a list.

        Raises:
            RequestValidationError: the cursor is none of this list.
        """
        return PageAsked(self.limit, self._cursor(of) if self.after is not None else None)

    @property
    def min_position(self) -> int:
        """What the list must count, if anything.

        Raises:
            RequestValidationError: it is no position of ours.
        """
        if self.fresh is None:
            return 0
        content = self._opened(self.fresh, Purpose.POSITION, parameter="min_position")
        return int.from_bytes(content)

    def traced(self, shown: Listed, *, look: Look = Look.LIST) -> None:
        """Trace each pathway that is about to be shown.

        Raises:
            StoreUnavailable: that cannot be done, and nothing may be shown.
        """
        trace_listed(self.house.network, self.house.traces, self.by, look=look, shown=shown)

    def shown(self, of: str, page: Page[Any], entries: tuple[E, ...]) -> PageShown[E]:
        """A page, with where the next one begins."""
        if page.next is None:
            return PageShown(entries=entries, next=None)
        content = json.dumps([of, *page.next]).encode()
        return PageShown(
            entries=entries, next=self.house.opaque.close(content, purpose=Purpose.CURSOR)
        )

    def _cursor(self, of: str) -> Cursor:
        content = self._opened(self.after or "", Purpose.CURSOR, parameter="cursor")
        list_name, *place = json.loads(content)
        if list_name != of:
            raise _not_ours("cursor")
        return tuple(place)

    def _opened(self, token: str, purpose: Purpose, *, parameter: str) -> bytes:
        try:
            return self.house.opaque.open(token, purpose=purpose)
        except NotOurs:
            raise _not_ours(parameter) from None


def _not_ours(parameter: str) -> RequestValidationError:
    return RequestValidationError([{"type": "not_ours", "loc": ("query", parameter)}])


async def paging(
    request: Request,
    limit: Limit = USUAL,
    after: After = None,
    min_position: MinPosition = None,
) -> Paging:
    """A page of a list, for somebody who signed in."""
    return Paging(await member_of(request), house(request), limit, after, min_position)


async def paging_of_no_view(request: Request, limit: Limit = USUAL, after: After = None) -> Paging:
    """A page of what no view holds: there is no position to wait for."""
    return await paging(request, limit, after)


APage = Annotated[Paging, Depends(paging)]
APageOfNoView = Annotated[Paging, Depends(paging_of_no_view)]

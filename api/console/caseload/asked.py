"""What is asked of the caseload, as its address says it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Depends, Query

from api.http.opaque import LONGEST
from application.day.read_day import A_WEEK, TO_RENEW
from application.views.caseload import CaseloadFilter, CaseloadOrder
from domain.members import Member

MINE: Literal["mine"] = "mine"
MOST_BACK = 50  # pages that one can go back through


class Followed(StrEnum):
    NOW = "now"
    NO_LONGER = "no_longer"


class Due(StrEnum):
    ANY = ""
    TODAY = "today"  # or before
    WEEK = "week"


WITHIN = {Due.TODAY: timedelta(), Due.WEEK: A_WEEK}
Whose = Literal["", "mine"] | UUID
Cursor = Annotated[str, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadAsked:
    followed: Followed = Followed.NOW
    whose: Whose = ""  # anybody's, one's own, or a member's
    due: Due = Due.ANY
    referral: bool = False
    ending: bool = False
    order: CaseloadOrder = CaseloadOrder.DUE
    cursor: str = ""  # of this page; empty: the first
    back: tuple[str, ...] = ()  # of the pages before it

    def wanted(self, by: Member, today: date) -> CaseloadFilter:
        return CaseloadFilter(
            is_open=self.followed is Followed.NOW,
            referent_id=by.id if self.whose == MINE else self._member,
            due_by=today + WITHIN[self.due] if self.due else None,
            right_ends_by=today + TO_RENEW if self.ending else None,
            with_referral=self.referral,
            order=self.order,
        )

    @property
    def _member(self) -> UUID | None:
        return self.whose if isinstance(self.whose, UUID) else None

    def at(self, cursor: str | None) -> str | None:
        """Where the page after this one is, if there is one."""
        if cursor is None:
            return None
        passed = (*self.back, self.cursor)[-MOST_BACK:]
        return replace(self, cursor=cursor, back=passed).address()

    def before(self) -> str | None:
        """Where the page before this one is, if there is one."""
        if not self.back:
            return None
        *back, last = self.back
        return replace(self, cursor=last, back=tuple(back)).address()

    def address(self, path: str = "/caseload") -> str:
        asked = {name: value for name, value in self.questions().items() if value}
        paged = [("cursor", self.cursor)] if self.cursor else []
        back = [("back", one) for one in self.back]
        query = urlencode([*asked.items(), *paged, *back])
        return f"{path}?{query}" if query else path

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the usual is asked."""
        return any(self.questions().values())

    def file(self) -> str:
        """Where all of it is, as a file."""
        return replace(self, cursor="", back=()).address("/caseload.csv")

    def questions(self) -> dict[str, str]:
        """Each question with its answer, empty where that is the usual one."""
        return {
            "followed": "" if self.followed is Followed.NOW else self.followed,
            "whose": str(self.whose),
            "due": self.due,
            "referral": "on" if self.referral else "",
            "ending": "on" if self.ending else "",
            "order": "" if self.order is CaseloadOrder.DUE else self.order,
        }


async def caseload_asked(
    *,
    followed: Followed = Followed.NOW,
    whose: Whose = "",
    due: Due = Due.ANY,
    referral: bool = False,
    ending: bool = False,
    order: CaseloadOrder = CaseloadOrder.DUE,
    cursor: Cursor = "",
    back: Annotated[tuple[Cursor, ...], Query(max_length=MOST_BACK)] = (),
) -> CaseloadAsked:
    return CaseloadAsked(
        followed=followed,
        whose=whose,
        due=due,
        referral=referral,
        ending=ending,
        order=order,
        cursor=cursor,
        back=back,
    )


ACaseloadAsked = Annotated[CaseloadAsked, Depends(caseload_asked)]

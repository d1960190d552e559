"""What is asked of the caseload, as its address says it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends

from api.console.day.trail import FIRST
from application.day.read_day import A_WEEK, TO_RENEW
from application.views.caseload import CaseloadFilter, CaseloadOrder
from domain.members import Member

MINE: Literal["mine"] = "mine"


class Followed(StrEnum):
    NOW = "now"
    NO_LONGER = "no_longer"


class Due(StrEnum):
    ANY = ""
    TODAY = "today"  # or before
    WEEK = "week"


WITHIN = {Due.TODAY: timedelta(), Due.WEEK: A_WEEK}
Whose = Literal["", "mine"] | UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadAsked:
    followed: Followed = Followed.NOW
    whose: Whose = ""  # anybody's, one's own, or a member's
    due: Due = Due.ANY
    referral: bool = False
    ending: bool = False
    order: CaseloadOrder = CaseloadOrder.DUE

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

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the usual is asked."""
        return any(self.questions().values())

    def file(self) -> str:
        """Where all of it is, as a file."""
        return FIRST.address("/caseload.csv", self.questions())

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
) -> CaseloadAsked:
    return CaseloadAsked(
        followed=followed,
        whose=whose,
        due=due,
        referral=referral,
        ending=ending,
        order=order,
    )


ACaseloadAsked = Annotated[CaseloadAsked, Depends(caseload_asked)]

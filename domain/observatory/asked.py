"""What figures are asked for: a period, a territory, and how they are split."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from domain.instants import Day
from domain.kernel import Value
from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER
from domain.refusals import Conflict, Forbidden
from domain.text import Commune

LONGEST_YEARS = 10


class Split(StrEnum):
    """What each figure is told by, beside its categories."""

    NOTHING = "nothing"
    MONTH = "month"
    ORGANISATION = "organisation"
    COMMUNE = "commune"


class PeriodWrong(Conflict):
    code = "period-wrong"
    title = "A period begins before it ends, and lasts ten years at most."


class NotYoursToCount(Forbidden):
    code = "not-yours-to-count"
    title = (
        "Figures are for coordinators: those of an organisation for its own, those of the network "
        "for whoever coordinates in the organisation that founded it."
    )


class FiguresAsked(Value):
    """The contributions of these days, both included; of an organisation, of a commune, of all."""

    first: Day
    last: Day
    organisation_id: UUID | None = None
    commune: Commune | None = None
    split: Split = Split.NOTHING
    among: tuple[UUID, ...] | None = None  # organisations of a programme; None: all

    def checked(self) -> Self:
        """The same.

        Raises:
            PeriodWrong: it ends before it begins, or is too long.
        """
        if not self.first <= self.last or self.last.year - self.first.year > LONGEST_YEARS:
            raise PeriodWrong
        return self

    @property
    def is_local(self) -> bool:
        """Whether a figure tells of one commune."""
        return self.commune is not None or self.split is Split.COMMUNE


def must_count(by: Member) -> None:
    """Refuse whoever coordinates nothing.

    Raises:
        NotYoursToCount: they do not.
    """
    if Role.COORDINATOR not in by.roles:
        raise NotYoursToCount


def counts_everything(by: Member) -> bool:
    """Whether a coordinator may ask of any organisation, or of all of them."""
    return by.organisation_id == FOUNDER


def allowed(asked: FiguresAsked, by: Member) -> FiguresAsked:
    """What a member may be told of what they ask; a partner's coordinator, of their organisation.

    Raises:
        NotYoursToCount: they coordinate nothing, or ask of another organisation.
        PeriodWrong: the period is none.
    """
    must_count(by)
    if counts_everything(by):
        return asked.checked()
    if asked.organisation_id not in {None, by.organisation_id}:
        raise NotYoursToCount
    return asked.model_copy(update={"organisation_id": by.organisation_id}).checked()

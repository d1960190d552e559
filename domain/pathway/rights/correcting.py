"""What was told wrong of a right: corrections are facts too."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.covering import Covering
from domain.pathway.rights.gaps import with_gaps
from domain.pathway.rights.refusals import (
    EndsBeforeStart,
    LastDayMissing,
    PeriodsOverlap,
    PeriodUnknown,
    RightIsSuspended,
    RightNotEnded,
)
from domain.rights.periods import Period
from domain.rights.rules import RulePack


class Correcting(Covering):
    """An end that did not happen, dates that were wrong, a right that was somebody else's."""

    __slots__ = ()

    def withdraw_end(self, *, right_id: UUID, rules: RulePack, at: datetime) -> list[Fact]:
        """Correct an end that did not happen.

        Raises:
            RightUnknown: there is no such right.
            RightNotEnded: it has not ended.
        """
        right = self.right(right_id)
        if right.ending is None:
            raise RightNotEnded
        withdrawn = self._tell(
            said.RightExpiredInError,
            right_id,
            rules=rules,
            at=at,
            corrects=right.ending.version,
        )
        return with_gaps(self, withdrawn, cover=right.scheme.cover, rules=rules)

    def correct(
        self,
        *,
        right_id: UUID,
        period_starts_on: date,
        starts_on: date,
        ends_on: date | None,
        rules: RulePack,
        at: datetime,
    ) -> list[Fact]:
        """Set the dates of one period right; it is known by the first day told until now.

        Raises:
            RightUnknown: there is no such right.
            RightIsSuspended: its periods are cut by a suspension.
            PeriodUnknown: no period starts on that day.
            LastDayMissing: the right has ended, so this period has too.
            EndsBeforeStart: the last day lies before the first.
            PeriodsOverlap: another period of the right covers some of these days.
        """
        right = self.right(right_id)
        if right.suspended_on is not None:
            raise RightIsSuspended
        told = next((p for p in right.periods if p.starts_on == period_starts_on), None)
        if told is None:
            raise PeriodUnknown
        if ends_on is None and right.ending is not None:
            raise LastDayMissing
        if ends_on is not None and ends_on < starts_on:
            raise EndsBeforeStart
        if any(
            period.overlaps(Period(starts_on, ends_on))
            for period in right.periods_if_not_ended
            if period.version != told.version
        ):
            raise PeriodsOverlap
        corrected = self._tell(
            said.RightCorrected,
            right_id,
            rules=rules,
            at=at,
            corrects=told.version,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        return with_gaps(self, corrected, cover=right.scheme.cover, rules=rules)

    def enter_in_error(self, *, right_id: UUID, rules: RulePack, at: datetime) -> list[Fact]:
        """Note that this right was never the person's: another scheme, another file.

        Raises:
            RightUnknown: there is no such right.
        """
        right = self.right(right_id)
        erroneous = self._tell(
            said.RightEnteredInError, right_id, rules=rules, at=at, corrects=right.version
        )
        return with_gaps(self, erroneous, cover=right.scheme.cover, rules=rules)

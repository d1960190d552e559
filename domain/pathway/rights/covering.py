"""A right in force: renewed, interrupted, ended, and its dates set right."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.answering import Answering, last_day
from domain.pathway.rights.gaps import with_gaps
from domain.pathway.rights.refusals import (
    EndsBeforeStart,
    LastDayMissing,
    PeriodsOverlap,
    PeriodUnknown,
    RestoredBeforeSuspended,
    RightEnded,
    RightIsSuspended,
    RightNotEnded,
    RightNotInForce,
    RightNotSuspended,
    RightStillRuns,
    RightWasRefused,
)
from domain.pathway.rights.right import Right
from domain.rights.periods import Period
from domain.rights.rules import RulePack
from domain.rights.schemes import EndReason, NonTakeUp, Scheme, SuspensionReason


class Covering(Answering):
    """From the first day of cover to the last."""

    __slots__ = ()

    def declare_open(
        self,
        *,
        right_id: UUID,
        scheme: Scheme,
        starts_on: date,
        ends_on: date | None = None,
        rules: RulePack,
        at: datetime,
    ) -> list[Fact]:
        """Note a right that the person already had; nobody in the network applied for it.

        Raises:
            RightAlreadyKnown: this id began another.
            EndsBeforeStart: the last day lies before the first.
        """
        self._must_be_new(right_id)
        if ends_on is not None and ends_on < starts_on:
            raise EndsBeforeStart
        declared = said.RightDeclaredOpen(
            occurred_at=at,
            data_class=scheme.data_class,
            rule_version=rules.version,
            right_id=right_id,
            scheme=scheme,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        return with_gaps(self, declared, cover=scheme.cover, rules=rules)

    def renew(
        self,
        *,
        right_id: UUID,
        starts_on: date,
        ends_on: date | None = None,
        rules: RulePack,
        at: datetime,
    ) -> list[Fact]:
        """Add a period after those before it, which stay as they were.

        Some rights renew themselves: no renewal need have been filed. A term that went by does
        not prevent it: the days between are a gap.

        Raises:
            RightUnknown: there is no such right.
            RightNotOpen: it never was open.
            RightEnded: it ended for another reason than its term.
            RightWasRefused: the renewal was refused in writing, and no appeal changed that.
            PeriodsOverlap: it starts before the last period is over.
            EndUnknown: no last day is given and the rule that would give it is not confirmed.
            EndsBeforeStart: the last day lies before the first.
        """
        right = self._renewable(right_id)
        if right.was_refused:
            raise RightWasRefused
        if right.last_day is None or starts_on <= right.last_day:
            raise PeriodsOverlap
        renewed = self._tell(
            said.RightRenewed,
            right_id,
            rules=rules,
            at=at,
            starts_on=starts_on,
            ends_on=last_day(right, starts=starts_on, ends=ends_on, filed=starts_on, rules=rules),
        )
        return with_gaps(self, renewed, cover=right.scheme.cover, rules=rules)

    def suspend(
        self, *, right_id: UUID, reason: SuspensionReason, rules: RulePack, on: date, at: datetime
    ) -> list[Fact]:
        """Interrupt a right from a day on.

        Raises:
            RightUnknown: there is no such right.
            RightNotOpen: it never was open.
            RightEnded: it has ended.
            RightIsSuspended: it is already interrupted.
            RightNotInForce: it does not cover that day.
        """
        right = self._running(right_id)
        if not right.covers(on):
            raise RightNotInForce
        suspended = self._tell(
            said.RightSuspended, right_id, rules=rules, at=at, on=on, reason=reason
        )
        return with_gaps(self, suspended, cover=right.scheme.cover, rules=rules)

    def restore(self, *, right_id: UUID, rules: RulePack, on: date, at: datetime) -> list[Fact]:
        """End an interruption: what is left of the right runs again from a day on.

        Raises:
            RightUnknown: there is no such right.
            RightNotSuspended: it is not interrupted.
            RestoredBeforeSuspended: the day lies before the interruption.
        """
        right = self.right(right_id)
        if right.suspended_on is None:
            raise RightNotSuspended
        if on < right.suspended_on:
            raise RestoredBeforeSuspended
        restored = self._tell(said.RightRestored, right_id, rules=rules, at=at, on=on)
        return with_gaps(self, restored, cover=right.scheme.cover, rules=rules)

    def expire(self, *, right_id: UUID, rules: RulePack, today: date, at: datetime) -> list[Fact]:
        """Note that a right reached its term without being renewed.

        Raises:
            RightUnknown: there is no such right.
            RightNotOpen: it never was open.
            RightEnded: it ended before.
            RightStillRuns: it has no term, or its last day is not over.
        """
        right = self._not_ended(right_id)
        if right.last_day is None or today <= right.last_day:
            raise RightStillRuns
        return self._end(
            right_id, right, on=right.last_day, reason=EndReason.TERM, rules=rules, at=at
        )

    def end(
        self, *, right_id: UUID, reason: EndReason, rules: RulePack, on: date, at: datetime
    ) -> list[Fact]:
        """Note that a right stops before its term; `on` is its last day.

        Raises:
            RightUnknown: there is no such right.
            RightNotOpen: it never was open.
            RightEnded: it ended before.
            RightNotInForce: it does not cover that day.
        """
        right = self._not_ended(right_id)
        if right.suspended_on is None and not right.covers(on):
            raise RightNotInForce
        return self._end(right_id, right, on=on, reason=reason, rules=rules, at=at)

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

    def record_non_take_up(
        self, *, scheme: Scheme, kind: NonTakeUp, rules: RulePack, at: datetime
    ) -> said.RightNonTakeUpRecorded:
        """Note that the person could have a right and has not, and why."""
        return said.RightNonTakeUpRecorded(
            occurred_at=at,
            data_class=scheme.data_class,
            rule_version=rules.version,
            scheme=scheme,
            kind=kind,
        )

    def _end(
        self,
        right_id: UUID,
        right: Right,
        *,
        on: date,
        reason: EndReason,
        rules: RulePack,
        at: datetime,
    ) -> list[Fact]:
        expired = self._tell(said.RightExpired, right_id, rules=rules, at=at, on=on, reason=reason)
        return with_gaps(self, expired, cover=right.scheme.cover, rules=rules)

    def _not_ended(self, right_id: UUID) -> Right:
        right = self._opened(right_id)
        if right.ending is not None:
            raise RightEnded
        return right

    def _running(self, right_id: UUID) -> Right:
        right = self._not_ended(right_id)
        if right.suspended_on is not None:
            raise RightIsSuspended
        return right

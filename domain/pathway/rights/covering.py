"""A right in force: renewed, interrupted, ended."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.answering import Answering, last_day
from domain.pathway.rights.gaps import with_gaps
from domain.pathway.rights.refusals import (
    EndsBeforeStart,
    PeriodsOverlap,
    RestoredBeforeSuspended,
    RightEnded,
    RightIsSuspended,
    RightNotInForce,
    RightNotSuspended,
    RightStillRuns,
    RightWasRefused,
)
from domain.pathway.rights.right import Right
from domain.rights.rules import RulePack
from domain.rights.schemes import EndReason, Scheme, SuspensionReason


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

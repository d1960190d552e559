"""What the service answers, in writing or by its silence, and the appeals against it."""

from datetime import date, datetime
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.rights import facts as said
from domain.pathway.rights.applying import Applying
from domain.pathway.rights.gaps import with_gaps
from domain.pathway.rights.refusals import (
    AnswerNotDue,
    AppealAlreadyFiled,
    EndsBeforeStart,
    EndUnknown,
    NoAppealPending,
    NothingFiled,
    NothingToAppeal,
    RightAlreadyOpen,
    RightWasRefused,
    SilenceNotConfirmed,
)
from domain.pathway.rights.right import Right
from domain.rights.clocks import answer_due, appeal_due, end_of
from domain.rights.rules import RulePack
from domain.rights.schemes import AppealStep, Decision, RefusalReason


class Answering(Applying):
    """From a file before the service to its answer."""

    __slots__ = ()

    def open(
        self,
        *,
        right_id: UUID,
        starts_on: date,
        ends_on: date | None = None,
        rules: RulePack,
        at: datetime,
    ) -> list[Fact]:
        """Note that the right was granted; without a last day, the rules give it.

        A silence taken for a refusal does not prevent it: services do answer late.

        Raises:
            RightUnknown: there is no such right.
            RightAlreadyOpen: it was opened before.
            NothingFiled: the application was never filed.
            RightWasRefused: it was refused in writing, and no appeal changed that.
            EndUnknown: no last day is given and the rule that would give it is not confirmed.
            EndsBeforeStart: the last day lies before the first.
        """
        right = self.right(right_id)
        if right.was_opened:
            raise RightAlreadyOpen
        if right.request is None:
            raise NothingFiled
        if right.was_refused:
            raise RightWasRefused
        opened = self._tell(
            said.RightOpened,
            right_id,
            rules=rules,
            at=at,
            starts_on=starts_on,
            ends_on=last_day(
                right, starts=starts_on, ends=ends_on, filed=right.request.filed_on, rules=rules
            ),
        )
        return with_gaps(self, opened, cover=right.scheme.cover, rules=rules)

    def refuse(
        self, *, right_id: UUID, reason: RefusalReason, rules: RulePack, on: date, at: datetime
    ) -> said.RightRefused:
        """Note a written refusal, of the application or of a renewal.

        Raises:
            RightUnknown: there is no such right.
            NothingFiled: no written answer is awaited.
        """
        request = self.right(right_id).request
        if request is None or (request.answer is not None and not request.implied):
            raise NothingFiled
        return self._tell(said.RightRefused, right_id, rules=rules, at=at, on=on, reason=reason)

    def reach_implied_decision(
        self, *, right_id: UUID, rules: RulePack, on: date, at: datetime
    ) -> said.ImpliedDecisionReached:
        """Note that the service let its time go by, where the meaning of that is certain.

        Raises:
            RightUnknown: there is no such right.
            NothingFiled: nothing awaits its answer.
            SilenceNotConfirmed: the rule is not known, or not confirmed.
            AnswerNotDue: there still is time to answer on that day.
        """
        request = self._awaiting(right_id)
        rule = rules.of(self.right(right_id).scheme).answer
        if rule is None or rule.silence is None or not rule.verified:
            raise SilenceNotConfirmed
        due = answer_due(rule, filed=request.filed_on, complete=request.complete_on)
        if due is None or on <= due.on:
            raise AnswerNotDue
        return self._tell(
            said.ImpliedDecisionReached,
            right_id,
            rules=rules,
            at=at,
            on=on,
            decision=rule.silence,
        )

    def appeal(
        self, *, right_id: UUID, step: AppealStep, rules: RulePack, on: date, at: datetime
    ) -> said.AppealFiled:
        """Contest a refusal; a late appeal is noted as late, never turned away here.

        Raises:
            RightUnknown: there is no such right.
            NothingToAppeal: nothing was refused.
            AppealAlreadyFiled: one is being examined.
        """
        right = self.right(right_id)
        request = right.request
        if request is None or request.answer is not Decision.REFUSED:
            raise NothingToAppeal
        if request.appeal_is_pending:
            raise AppealAlreadyFiled
        rule = rules.of(right.scheme).appeal(step)
        due = appeal_due(rule, refused=request.answered_on)
        return self._tell(
            said.AppealFiled,
            right_id,
            rules=rules,
            at=at,
            on=on,
            step=step,
            in_time=on <= due.on if due and due.verified else None,
        )

    def decide_appeal(
        self, *, right_id: UUID, decision: Decision, rules: RulePack, on: date, at: datetime
    ) -> said.AppealDecided:
        """Note the answer to an appeal; a right granted by it is opened with its dates.

        Raises:
            RightUnknown: there is no such right.
            NoAppealPending: none is being examined.
        """
        request = self.right(right_id).request
        if request is None or not request.appeal_is_pending:
            raise NoAppealPending
        return self._tell(
            said.AppealDecided, right_id, rules=rules, at=at, on=on, decision=decision
        )


def last_day(
    right: Right, *, starts: date, ends: date | None, filed: date | None, rules: RulePack
) -> date | None:
    """The last day given, else the one that the rules give; None where a right has no term."""
    if ends is None:
        end = end_of(rules.of(right.scheme).duration, starts=starts, filed=filed)
        if end is not None and not end.verified:
            raise EndUnknown
        ends = end.on if end else None
    if ends is not None and ends < starts:
        raise EndsBeforeStart
    return ends

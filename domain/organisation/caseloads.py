"""Caseloads that pass from one member to another: handed over for good, or lent for some days."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.dates import DAY
from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.sharing.words import ReferentReason
from domain.refusals import Conflict, NotFound


class CaseloadHandedOver(Fact, topic="caseload-handed-over", lowest=DataClass.IDENTITY):
    """One act; on each pathway, the referent changes after it."""

    handover_id: UUID
    from_id: UUID  # member
    to_id: UUID  # member
    reason: ReferentReason
    pathway_ids: tuple[UUID, ...]


class CaseloadLent(Fact, topic="caseload-lent", lowest=DataClass.IDENTITY):
    """The referent stays who they are; it ends by itself."""

    loan_id: UUID
    from_id: UUID  # member
    to_id: UUID  # member
    first_day: date
    last_day: date


class LoanCutShort(Fact, topic="loan-cut-short", lowest=DataClass.IDENTITY):
    loan_id: UUID
    last_day: date  # before its first one: it never began


class HandedToOneself(Conflict):
    code = "handed-to-oneself"
    title = "Name two members: a caseload passes from one to another."


class NothingToHandOver(Conflict):
    code = "nothing-to-hand-over"
    title = "You see no pathway of which this member is the referent."


class HandoverUnknown(NotFound):
    code = "handover-unknown"
    title = "Your organisation made no such handover."


class LoanDatesReversed(Conflict):
    code = "loan-dates-reversed"
    title = "A loan ends on the day it begins or later, and not before today."


class AlreadyLent(Conflict):
    code = "already-lent"
    title = "This caseload is lent on some of these days already: cut that loan short first."


class LoanUnknown(NotFound):
    code = "loan-unknown"
    title = "Your organisation has no such loan, or it is over."


class Handover(NamedTuple):
    id: UUID
    from_id: UUID  # member
    to_id: UUID  # member
    reason: ReferentReason
    pathway_ids: tuple[UUID, ...]
    at: datetime


class Loan(NamedTuple):
    id: UUID
    from_id: UUID  # member
    to_id: UUID  # member
    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Caseloads(Part):
    facts: ClassVar = (CaseloadHandedOver, CaseloadLent, LoanCutShort)

    handovers: Items[UUID, Handover] = field(default_factory=none_yet)
    loans: Items[UUID, Loan] = field(default_factory=none_yet)

    def borrowed_by(self, member_id: UUID) -> list[Loan]:
        """Every loan to a member, past and to come."""
        return [loan for loan in self.loans.values() if loan.to_id == member_id]

    def handover(self, handover_id: UUID) -> Handover:
        """One of them.

        Raises:
            HandoverUnknown: there is none.
        """
        if handover_id not in self.handovers:
            raise HandoverUnknown
        return self.handovers[handover_id]

    def hand_over(
        self,
        *,
        handover_id: UUID,
        from_id: UUID,
        to_id: UUID,
        reason: ReferentReason,
        pathway_ids: Iterable[UUID],
        at: datetime,
    ) -> CaseloadHandedOver:
        """Pass pathways from one referent to another, in one act.

        Raises:
            HandedToOneself: both are the same member.
            NothingToHandOver: there is no pathway among these.
        """
        passed = tuple(dict.fromkeys(pathway_ids))
        if from_id == to_id:
            raise HandedToOneself
        if not passed:
            raise NothingToHandOver
        return CaseloadHandedOver(
            occurred_at=at,
            handover_id=handover_id,
            from_id=from_id,
            to_id=to_id,
            reason=reason,
            pathway_ids=passed,
        )

    def lend(
        self, *, loan_id: UUID, from_id: UUID, to_id: UUID, days: tuple[date, date], at: datetime
    ) -> CaseloadLent:
        """Let a member stand in for another, from a first day to a last one.

        Raises:
            HandedToOneself: both are the same member.
            LoanDatesReversed: it would end before it begins, or before today.
            AlreadyLent: it is, on some of these days.
        """
        first_day, last_day = days
        if from_id == to_id:
            raise HandedToOneself
        if last_day < max(first_day, at.date()):
            raise LoanDatesReversed
        for loan in self.loans.values():
            if (
                loan.from_id == from_id
                and loan.first_day <= last_day
                and first_day <= loan.last_day
            ):
                raise AlreadyLent
        return CaseloadLent(
            occurred_at=at,
            loan_id=loan_id,
            from_id=from_id,
            to_id=to_id,
            first_day=first_day,
            last_day=last_day,
        )

    def cut_short(self, *, loan_id: UUID, at: datetime) -> LoanCutShort:
        """End a loan now: yesterday was its last day.

        Raises:
            LoanUnknown: there is none, or it is over.
        """
        loan, today = self.loans.get(loan_id), at.date()
        if loan is None or loan.last_day < today:
            raise LoanUnknown
        return LoanCutShort(occurred_at=at, loan_id=loan_id, last_day=today - DAY)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case CaseloadHandedOver():
                made = Handover(
                    fact.handover_id,
                    fact.from_id,
                    fact.to_id,
                    fact.reason,
                    fact.pathway_ids,
                    fact.occurred_at,
                )
                return replace(self, handovers=having(self.handovers, made.id, made))
            case CaseloadLent():
                loan = Loan(fact.loan_id, fact.from_id, fact.to_id, fact.first_day, fact.last_day)
                return replace(self, loans=having(self.loans, loan.id, loan))
            case LoanCutShort():
                cut = self.loans[fact.loan_id]._replace(last_day=fact.last_day)
                if cut.last_day < cut.first_day:
                    return replace(self, loans=without(self.loans, cut.id))
                return replace(self, loans=having(self.loans, cut.id, cut))
        return self

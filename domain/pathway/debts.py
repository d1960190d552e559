"""Care debts: bills that people fear, who asks for them, how much, and how they are settled."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field

from domain.data_classes import DataClass
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound
from domain.text import Label

Cents = Annotated[int, Field(ge=0, le=100_000_000)]  # of a euro


class Creditor(StrEnum):
    """Who asks to be paid."""

    HOSPITAL = "hospital"
    PRACTICE = "practice"
    PHARMACY = "pharmacy"
    LABORATORY = "laboratory"
    AMBULANCE = "ambulance"
    TREASURY = "treasury"  # it collects what is owed to public hospitals
    BAILIFF = "bailiff"
    INSURANCE = "insurance"  # asks back what it paid
    OTHER = "other"


class DebtState(StrEnum):
    """Where a debt stands; nothing more is done about a settled one."""

    CLAIMED = "claimed"
    DISPUTED = "disputed"
    REMISSION_ASKED = "remission_asked"
    IN_INSTALMENTS = "in_instalments"
    SETTLED = "settled"


class SettledHow(StrEnum):
    PAID = "paid"
    COVERED_BACK = "covered_back"  # by a right that reaches back
    REMITTED = "remitted"  # by the creditor
    TAKEN_OVER = "taken_over"  # by a fund or an association
    NOT_OWED = "not_owed"
    LAPSED = "lapsed"
    OTHER = "other"


class Debt(Value):
    """What there is to tell of one; a creditor's name may tell more than the rest."""

    creditor: Creditor
    cents: Cents | None = None  # None: not known yet
    named: Label | None = None  # the creditor
    since: date | None = None  # the day of the bill
    data_class: DataClass | None = None  # raises the class where the creditor says more


# A bill says that there was care, and nothing of an illness: as for a unit that opens access to
# care, it is social, so that those who settle it can see it.
class CareDebtReported(Fact, topic="care-debt-reported", lowest=DataClass.SOCIAL, alone=True):
    debt_id: UUID
    creditor: Creditor
    cents: Cents | None = None
    named: Label | None = None
    since: date | None = None


class CareDebtMoved(Fact, topic="care-debt-moved", lowest=DataClass.SOCIAL):
    """It is disputed, paid in parts, or its remission is asked; or it is of another amount."""

    debt_id: UUID
    state: DebtState
    cents: Cents | None = None  # what is left; None: as before


class CareDebtSettled(Fact, topic="care-debt-settled", lowest=DataClass.SOCIAL):
    debt_id: UUID
    how: SettledHow


class CareDebtEnteredInError(Fact, topic="care-debt-entered-in-error", lowest=DataClass.SOCIAL):
    debt_id: UUID


class DebtUnknown(NotFound):
    code = "debt-unknown"
    title = "There is no such debt on this pathway."


class DebtAlreadyKnown(Conflict):
    code = "debt-already-known"
    title = "This debt is already on the pathway."


class DebtAlreadySettled(Conflict):
    code = "debt-already-settled"
    title = "This debt is settled: report another one if there is."


class SettledOtherwise(Conflict):
    code = "debt-settled-otherwise"
    title = "Say how the debt was settled instead of moving it there."


@dataclass(frozen=True, slots=True)
class KnownDebt:
    id: UUID
    creditor: Creditor
    data_class: DataClass
    reported_at: datetime
    cents: int | None
    named: str | None
    since: date | None
    state: DebtState = DebtState.CLAIMED
    settled: SettledHow | None = None


@dataclass(frozen=True, slots=True)
class Debts(Part):
    """The debts as they stand now."""

    facts: ClassVar = (
        CareDebtReported,
        CareDebtMoved,
        CareDebtSettled,
        CareDebtEnteredInError,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, KnownDebt] = field(default_factory=none_yet)

    def report(self, *, debt_id: UUID, debt: Debt, at: datetime) -> CareDebtReported:
        """Note a bill that the person cannot pay.

        Raises:
            DebtAlreadyKnown: this id is another debt's.
        """
        if debt_id in self.by_id:
            raise DebtAlreadyKnown
        return CareDebtReported(
            occurred_at=at,
            data_class=DataClass.SOCIAL.raised_to(debt.data_class),
            debt_id=debt_id,
            creditor=debt.creditor,
            cents=debt.cents,
            named=debt.named,
            since=debt.since,
        )

    def move(
        self, *, debt_id: UUID, state: DebtState, cents: int | None = None, at: datetime
    ) -> CareDebtMoved:
        """Note where a debt stands now, and what is left of it.

        Raises:
            DebtUnknown: there is no such debt.
            DebtAlreadySettled: nothing more is asked.
            SettledOtherwise: how it was settled is for `settle` to say.
        """
        debt = self._owed(debt_id)
        if state is DebtState.SETTLED:
            raise SettledOtherwise
        return CareDebtMoved(
            occurred_at=at, data_class=debt.data_class, debt_id=debt_id, state=state, cents=cents
        )

    def settle(self, *, debt_id: UUID, how: SettledHow, at: datetime) -> CareDebtSettled:
        """Note that nothing more is asked, and why.

        Raises:
            DebtUnknown: there is no such debt.
            DebtAlreadySettled: it was settled before.
        """
        debt = self._owed(debt_id)
        return CareDebtSettled(occurred_at=at, data_class=debt.data_class, debt_id=debt_id, how=how)

    def enter_in_error(self, *, debt_id: UUID, at: datetime) -> CareDebtEnteredInError:
        """Note that this never was the person's debt.

        Raises:
            DebtUnknown: there is no such debt.
        """
        debt = self._known(debt_id)
        return CareDebtEnteredInError(occurred_at=at, data_class=debt.data_class, debt_id=debt_id)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case CareDebtReported():
                return type(self)(having(self.by_id, fact.debt_id, _as_reported(fact)))
            case CareDebtMoved() if known := self.by_id.get(fact.debt_id):
                left = known.cents if fact.cents is None else fact.cents
                moved = replace(known, state=fact.state, cents=left)
                return type(self)(having(self.by_id, fact.debt_id, moved))
            case CareDebtSettled() if known := self.by_id.get(fact.debt_id):
                settled = replace(known, state=DebtState.SETTLED, settled=fact.how)
                return type(self)(having(self.by_id, fact.debt_id, settled))
            case CareDebtEnteredInError():
                return type(self)(without(self.by_id, fact.debt_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self

    def _known(self, debt_id: UUID) -> KnownDebt:
        if debt_id not in self.by_id:
            raise DebtUnknown
        return self.by_id[debt_id]

    def _owed(self, debt_id: UUID) -> KnownDebt:
        debt = self._known(debt_id)
        if debt.state is DebtState.SETTLED:
            raise DebtAlreadySettled
        return debt


def _as_reported(fact: CareDebtReported) -> KnownDebt:
    return KnownDebt(
        id=fact.debt_id,
        creditor=fact.creditor,
        data_class=fact.data_class,
        reported_at=fact.occurred_at,
        cents=fact.cents,
        named=fact.named,
        since=fact.since,
    )

"""One rapid test as it stands, what comes next, and how each fact changes it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.kernel import Fact
from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultCorrected,
    ConfirmationResultReceived,
    ConfirmationResultTold,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestResultCorrected,
)
from domain.screening.words import (
    KitUsed,
    LaboratoryResult,
    RapidTestResult,
    Sample,
    WhyNotConfirmed,
)


class WaitsFor(StrEnum):
    """What a test waits for."""

    READ = "read"
    REPEAT = "repeat"
    CONFIRM = "confirm"  # order it, or say why the person wants none
    AWAIT_RESULT = "await_result"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One question to a laboratory; an indeterminate answer leads to another."""

    ordered_at: datetime
    laboratory: str | None
    result: LaboratoryResult | None = None
    received_at: datetime | None = None
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RapidTest:
    id: UUID
    test_consent_id: UUID
    performed_by: UUID  # organisation
    operator_id: UUID  # member
    performed_at: datetime
    on: date
    used: KitUsed
    sample: Sample
    repeats: UUID | None = None
    read_at: datetime | None = None
    result: RapidTestResult | None = None
    confirmations: tuple[Confirmation, ...] = ()
    refused_for: WhyNotConfirmed | None = None  # since the last order
    refused_words: str | None = None

    @property
    def last(self) -> Confirmation | None:
        return self.confirmations[-1] if self.confirmations else None

    @property
    def is_answered(self) -> bool:
        """Whether a laboratory said yes or no."""
        return self.last is not None and self.last.result in {
            LaboratoryResult.CONFIRMED,
            LaboratoryResult.NOT_CONFIRMED,
        }

    @property
    def is_awaited(self) -> bool:
        """Whether a laboratory is to answer."""
        return self.last is not None and self.last.result is None and self.refused_for is None

    @property
    def is_to_tell(self) -> bool:
        last = self.last
        return last is not None and last.result is not None and last.told_at is None

    def is_readable(self, at: datetime) -> bool:
        """Whether the kit's notice lets it be read then."""
        window = self.used.kit.window
        if window is None:
            return True
        after = at - self.performed_at
        first, last = window.from_minutes, window.until_minutes
        return timedelta(minutes=first) <= after <= timedelta(minutes=last)

    def next_step(self, *, repeated: bool) -> WaitsFor | None:
        """What it waits for; None: nothing."""
        if self.result is None:
            return WaitsFor.READ
        if self.result is RapidTestResult.INVALID:
            return None if repeated else WaitsFor.REPEAT
        return self._after_positive() if self.result is RapidTestResult.POSITIVE else None

    def _after_positive(self) -> WaitsFor | None:
        if self.is_to_tell:
            return WaitsFor.TELL
        if self.is_awaited:
            return WaitsFor.AWAIT_RESULT
        return None if self.is_answered or self.refused_for else WaitsFor.CONFIRM


def as_performed(fact: RapidTestPerformed) -> RapidTest:
    return RapidTest(
        id=fact.test_id,
        test_consent_id=fact.test_consent_id,
        performed_by=fact.performed_by,
        operator_id=fact.operator_id,
        performed_at=fact.occurred_at,
        on=fact.on,
        used=fact.used,
        sample=fact.sample,
    )


def as_told(test: RapidTest, fact: Fact) -> RapidTest:
    """The same test once this was read, ordered, refused, received or told."""
    match fact:
        case RapidTestRead():
            return replace(test, read_at=fact.occurred_at, result=fact.result)
        case RapidTestResultCorrected():
            return replace(test, result=fact.result)
        case ConfirmationOrdered():
            asked = Confirmation(fact.occurred_at, fact.laboratory)
            confirmations = (*test.confirmations, asked)
            return replace(test, confirmations=confirmations, refused_for=None, refused_words=None)
        case ConfirmationRefused():
            return replace(test, refused_for=fact.reason, refused_words=fact.words)
    return _as_answered(test, fact)


def _as_answered(test: RapidTest, fact: Fact) -> RapidTest:
    last = test.last
    if last is None:  # the order is not seen by whom this is folded for
        return test
    match fact:
        case ConfirmationResultReceived():
            now = replace(last, result=fact.result, received_at=fact.occurred_at)
        case ConfirmationResultCorrected():
            now = replace(last, result=fact.result, told_at=None)
        case ConfirmationResultTold():
            now = replace(last, told_at=fact.occurred_at)
        case _:
            return test
    return replace(test, confirmations=(*test.confirmations[:-1], now))

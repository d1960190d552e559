"""Making a rapid test: performed, read, repeated where it was invalid, corrected, withdrawn."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from domain.kernel import Fact, Items, Part, having, none_yet, without
from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultCorrected,
    ConfirmationResultReceived,
    ConfirmationResultTold,
    RapidTestEnteredInError,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestRepeated,
    RapidTestResultCorrected,
)
from domain.pathway.screening.rapid_test import RapidTest, WaitsFor, as_performed, as_told
from domain.pathway.screening.refusals import (
    NothingToRepeat,
    RapidTestAlreadyKnown,
    RapidTestAlreadyRead,
    RapidTestNotRead,
    RapidTestUnknown,
    ReadBeforePerformed,
    ReadOutsideWindow,
    ResultActedUpon,
    ResultNotChanged,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.screening.words import KitUsed, RapidTestKind, RapidTestResult, Sample

TELLING = (
    RapidTestRead,
    RapidTestResultCorrected,
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultReceived,
    ConfirmationResultCorrected,
    ConfirmationResultTold,
)


@dataclass(frozen=True, slots=True)
class Performing(Part):
    """The tests as they stand, but those withdrawn."""

    facts: ClassVar = (
        RapidTestPerformed,
        RapidTestRepeated,
        RapidTestEnteredInError,
        *TELLING,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, RapidTest] = field(default_factory=none_yet)

    def perform(
        self,
        *,
        test_id: UUID,
        test_consent_id: UUID,
        used: KitUsed,
        sample: Sample,
        operator_id: UUID,
        on: date,
        by: UUID,
        at: datetime,
    ) -> RapidTestPerformed:
        """Record a test; that it may be made then, there, by them, was asked first.

        Raises:
            RapidTestAlreadyKnown: this id is another test's.
        """
        if test_id in self.by_id:
            raise RapidTestAlreadyKnown
        return RapidTestPerformed(
            occurred_at=at,
            test_id=test_id,
            test_consent_id=test_consent_id,
            performed_by=by,
            operator_id=operator_id,
            used=used,
            sample=sample,
            on=on,
        )

    def repeat(
        self, *, test_id: UUID, repeats: UUID, kind: RapidTestKind, at: datetime
    ) -> RapidTestRepeated:
        """Say that a test is made because another one was invalid; both are kept.

        Raises:
            RapidTestUnknown: there is no such test to repeat.
            NothingToRepeat: it was not invalid, was repeated, or is of another kind.
        """
        test = self.known(repeats)
        if self.next_step(repeats) is not WaitsFor.REPEAT or test.used.kit.kind is not kind:
            raise NothingToRepeat
        return RapidTestRepeated(occurred_at=at, test_id=test_id, repeats=repeats)

    def read(self, *, test_id: UUID, result: RapidTestResult, at: datetime) -> RapidTestRead:
        """Note what is read.

        Raises:
            RapidTestUnknown: there is no such test.
            RapidTestAlreadyRead: it was read before.
            ReadBeforePerformed: it was made after that.
            ReadOutsideWindow: its kit is not to be read then, and this is no invalid result.
        """
        test = self.known(test_id)
        if test.result is not None:
            raise RapidTestAlreadyRead
        if at < test.performed_at:
            raise ReadBeforePerformed
        _must_be_readable(test, result, at)
        return RapidTestRead(occurred_at=at, test_id=test_id, result=result)

    def correct(
        self, *, test_id: UUID, result: RapidTestResult, at: datetime
    ) -> RapidTestResultCorrected:
        """Note that a result was written down wrong, while nothing was done upon it.

        Raises:
            RapidTestUnknown: there is no such test.
            RapidTestNotRead: it was not read.
            ResultNotChanged: this is its result.
            ResultActedUpon: it was repeated, or its confirmation ordered or refused.
            ReadOutsideWindow: its kit was not to be read when it was.
        """
        test = self.known(test_id)
        if test.result is None or test.read_at is None:
            raise RapidTestNotRead
        if test.result is result:
            raise ResultNotChanged
        if test.confirmations or test.refused_for or self.repeated(test_id):
            raise ResultActedUpon
        _must_be_readable(test, result, test.read_at)
        return RapidTestResultCorrected(occurred_at=at, test_id=test_id, result=result)

    def enter_in_error(self, *, test_id: UUID, at: datetime) -> RapidTestEnteredInError:
        """Say that a test should never have been recorded.

        Raises:
            RapidTestUnknown: there is no such test.
        """
        return RapidTestEnteredInError(occurred_at=at, test_id=self.known(test_id).id)

    def known(self, test_id: UUID) -> RapidTest:
        """One of them.

        Raises:
            RapidTestUnknown: there is no such test.
        """
        if test_id not in self.by_id:
            raise RapidTestUnknown
        return self.by_id[test_id]

    def repeated(self, test_id: UUID) -> bool:
        return any(test.repeats == test_id for test in self.by_id.values())

    def next_step(self, test_id: UUID) -> WaitsFor | None:
        """What a test waits for; None: nothing."""
        return self.known(test_id).next_step(repeated=self.repeated(test_id))

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case RapidTestPerformed():
                return self._with(as_performed(fact))
            case RapidTestRepeated() if known := self.by_id.get(fact.test_id):
                return self._with(replace(known, repeats=fact.repeats))
            case RapidTestEnteredInError():
                return type(self)(without(self.by_id, fact.test_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self._told(fact)

    def _told(self, fact: Fact) -> Self:
        if isinstance(fact, TELLING) and fact.test_id in self.by_id:
            return self._with(as_told(self.by_id[fact.test_id], fact))
        return self

    def _with(self, test: RapidTest) -> Self:
        return type(self)(having(self.by_id, test.id, test))


def _must_be_readable(test: RapidTest, result: RapidTestResult, at: datetime) -> None:
    if result is not RapidTestResult.INVALID and not test.is_readable(at):
        raise ReadOutsideWindow

"""What follows a positive test: confirmed by a laboratory, or not, as the person wants; told."""

from datetime import datetime
from uuid import UUID

from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultCorrected,
    ConfirmationResultReceived,
    ConfirmationResultTold,
)
from domain.pathway.screening.performing import Performing
from domain.pathway.screening.rapid_test import RapidTest
from domain.pathway.screening.refusals import (
    ConfirmationAlreadyOrdered,
    ConfirmationAlreadyRefused,
    ConfirmationKnown,
    NoConfirmationAwaited,
    NoResultToTell,
    NothingToConfirm,
    ResultNotChanged,
)
from domain.screening.words import LaboratoryResult, RapidTestResult, WhyNotConfirmed


class RapidTests(Performing):
    """Every decision on a rapid test once its consent is given, in the order of its life."""

    __slots__ = ()

    def order_confirmation(
        self, *, test_id: UUID, laboratory: str | None, at: datetime
    ) -> ConfirmationOrdered:
        """Ask a laboratory; also after it could not tell, or after the person did not want it.

        Raises:
            RapidTestUnknown: there is no such test.
            NothingToConfirm: it is not positive.
            ConfirmationAlreadyOrdered: its answer is awaited.
            ConfirmationKnown: a laboratory said yes or no.
        """
        if self._unanswered(test_id).is_awaited:
            raise ConfirmationAlreadyOrdered
        return ConfirmationOrdered(occurred_at=at, test_id=test_id, laboratory=laboratory)

    def refuse_confirmation(
        self, *, test_id: UUID, reason: WhyNotConfirmed, words: str | None, at: datetime
    ) -> ConfirmationRefused:
        """Note that the person wants no confirmation, and why.

        Raises:
            RapidTestUnknown: there is no such test.
            NothingToConfirm: it is not positive.
            ConfirmationAlreadyRefused: that is noted.
            ConfirmationKnown: a laboratory said yes or no.
        """
        if self._unanswered(test_id).refused_for is not None:
            raise ConfirmationAlreadyRefused
        return ConfirmationRefused(occurred_at=at, test_id=test_id, reason=reason, words=words)

    def receive_confirmation(
        self, *, test_id: UUID, result: LaboratoryResult, at: datetime
    ) -> ConfirmationResultReceived:
        """Note what the laboratory found.

        Raises:
            RapidTestUnknown: there is no such test.
            NoConfirmationAwaited: none was ordered, or it was answered or refused.
        """
        if not self.known(test_id).is_awaited:
            raise NoConfirmationAwaited
        return ConfirmationResultReceived(occurred_at=at, test_id=test_id, result=result)

    def correct_confirmation(
        self, *, test_id: UUID, result: LaboratoryResult, at: datetime
    ) -> ConfirmationResultCorrected:
        """Note that the laboratory's result was written down wrong: it is to be told again.

        Raises:
            RapidTestUnknown: there is no such test.
            NoConfirmationAwaited: no laboratory has answered.
            ResultNotChanged: this is its result.
        """
        last = self.known(test_id).last
        if last is None or last.result is None:
            raise NoConfirmationAwaited
        if last.result is result:
            raise ResultNotChanged
        return ConfirmationResultCorrected(occurred_at=at, test_id=test_id, result=result)

    def tell_result(self, *, test_id: UUID, at: datetime) -> ConfirmationResultTold:
        """Note that the person was told what the laboratory found.

        Raises:
            RapidTestUnknown: there is no such test.
            NoResultToTell: no laboratory has answered, or the person knows.
        """
        if not self.known(test_id).is_to_tell:
            raise NoResultToTell
        return ConfirmationResultTold(occurred_at=at, test_id=test_id)

    def _unanswered(self, test_id: UUID) -> RapidTest:
        test = self.known(test_id)
        if test.result is not RapidTestResult.POSITIVE:
            raise NothingToConfirm
        if test.is_answered:
            raise ConfirmationKnown
        return test

"""What is recorded of rapid tests: nothing of it, not even that there was one, leaves its class."""

from datetime import date
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.screening.words import (
    Kinds,
    KitUsed,
    LaboratoryResult,
    RapidTestResult,
    Sample,
    WhyNotConfirmed,
)
from domain.text import Code, Label, Language, Text


class RapidTestConsentGiven(Fact, topic="rapid-test-consent-given", lowest=DataClass.SCREENING):
    """Free and informed: advantages and limits were told first."""

    test_consent_id: UUID
    given_to: UUID  # organisation
    kinds: Kinds
    information: Code  # version of what was told
    language: Language
    on: date
    until: date  # its last day


class RapidTestConsentWithdrawn(
    Fact, topic="rapid-test-consent-withdrawn", lowest=DataClass.SCREENING
):
    test_consent_id: UUID


class RapidTestPerformed(Fact, topic="rapid-test-performed", lowest=DataClass.SCREENING):
    test_id: UUID
    test_consent_id: UUID
    performed_by: UUID  # organisation
    operator_id: UUID  # member
    used: KitUsed
    sample: Sample
    on: date  # where the organisation is


class RapidTestRepeated(Fact, topic="rapid-test-repeated", lowest=DataClass.SCREENING):
    """This test was made because another one was invalid."""

    test_id: UUID
    repeats: UUID


class RapidTestRead(Fact, topic="rapid-test-read", lowest=DataClass.SCREENING):
    test_id: UUID
    result: RapidTestResult


class RapidTestResultCorrected(
    Fact, topic="rapid-test-result-corrected", lowest=DataClass.SCREENING
):
    """It was written down wrong."""

    test_id: UUID
    result: RapidTestResult


class RapidTestEnteredInError(
    Fact, topic="rapid-test-entered-in-error", lowest=DataClass.SCREENING
):
    test_id: UUID


class ConfirmationOrdered(
    Fact, topic="confirmation-ordered", lowest=DataClass.SCREENING, alone=True
):
    test_id: UUID
    laboratory: Label | None = None


class ConfirmationRefused(
    Fact, topic="confirmation-refused", lowest=DataClass.SCREENING, alone=True
):
    """The person wants none; they may still change their mind."""

    test_id: UUID
    reason: WhyNotConfirmed
    words: Text | None = None


class ConfirmationResultReceived(
    Fact, topic="confirmation-result-received", lowest=DataClass.SCREENING
):
    test_id: UUID
    result: LaboratoryResult


class ConfirmationResultCorrected(
    Fact, topic="confirmation-result-corrected", lowest=DataClass.SCREENING
):
    """It was written down wrong, and is to be told again."""

    test_id: UUID
    result: LaboratoryResult


class ConfirmationResultTold(Fact, topic="confirmation-result-told", lowest=DataClass.SCREENING):
    """The person knows."""

    test_id: UUID

"""Invented consents, kits and tests that the scenarios share."""

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultReceived,
    ConfirmationResultTold,
    RapidTestConsentGiven,
    RapidTestPerformed,
    RapidTestRead,
    RapidTestRepeated,
)
from domain.screening.words import (
    Kit,
    KitUsed,
    LaboratoryResult,
    RapidTestKind,
    RapidTestResult,
    ReadingWindow,
    Sample,
    WhyNotConfirmed,
)
from tests.domain.pathway.people import MARCH_4, MARCH_5, MEDIATOR, RELAIS

CONSENT, TEST, AGAIN, LOT = (UUID(f"cccccccc-0000-4000-8000-00000000009{n}") for n in range(1, 5))
ON = date(2026, 3, 4)
HIV = Kit(
    kind=RapidTestKind.HIV,
    reference="HIV-RAPID-10",
    lot="L2403",
    expires_on=date(2026, 12, 31),
    window=ReadingWindow(from_minutes=15, until_minutes=20),
)
USED = KitUsed(lot_id=LOT, kit=HIV)
IN_TIME = MARCH_4 + timedelta(minutes=16)
AGREED = RapidTestConsentGiven(
    occurred_at=MARCH_4,
    test_consent_id=CONSENT,
    given_to=RELAIS,
    kinds=(RapidTestKind.HCV, RapidTestKind.HIV),
    information="trod-info-1",
    language="fr",
    on=ON,
    until=ON,
)
MADE = RapidTestPerformed(
    occurred_at=MARCH_4,
    test_id=TEST,
    test_consent_id=CONSENT,
    performed_by=RELAIS,
    operator_id=MEDIATOR,
    used=USED,
    sample=Sample.CAPILLARY_BLOOD,
    on=ON,
)
MADE_AGAIN = MADE.model_copy(update={"test_id": AGAIN, "occurred_at": IN_TIME})
REPEATED = RapidTestRepeated(occurred_at=IN_TIME, test_id=AGAIN, repeats=TEST)
ORDERED = ConfirmationOrdered(occurred_at=MARCH_5, test_id=TEST, laboratory="Invented laboratory")
NOT_WANTED = ConfirmationRefused(
    occurred_at=MARCH_5, test_id=TEST, reason=WhyNotConfirmed.OWN_DOCTOR, words="Asks his doctor."
)
TOLD = ConfirmationResultTold(occurred_at=MARCH_5, test_id=TEST)


def read(result: RapidTestResult, *, at: datetime = IN_TIME) -> RapidTestRead:
    return RapidTestRead(occurred_at=at, test_id=TEST, result=result)


def received(result: LaboratoryResult) -> ConfirmationResultReceived:
    return ConfirmationResultReceived(occurred_at=MARCH_5, test_id=TEST, result=result)


POSITIVE = read(RapidTestResult.POSITIVE)
INVALID = read(RapidTestResult.INVALID)

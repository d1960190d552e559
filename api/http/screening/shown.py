"""Rapid tests as they are shown to those who may see them."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.http.reading import Shown
from domain.pathway.screening.facts import RapidTestConsentGiven
from domain.pathway.screening.rapid_test import RapidTest, WaitsFor
from domain.screening.words import (
    LaboratoryResult,
    RapidTestKind,
    RapidTestResult,
    Sample,
    WhyNotConfirmed,
)


class TestConsentShown(Shown):
    id: UUID
    given_to: UUID = Field(description="An organisation.")
    kinds: tuple[RapidTestKind, ...]
    information: str = Field(description="Version of what was told first.")
    language: str
    on: date
    until: date = Field(description="Its last day.")


class ReadingWindowShown(Shown):
    from_minutes: int
    until_minutes: int


class KitShown(Shown):
    kind: RapidTestKind
    reference: str
    lot: str
    expires_on: date
    window: ReadingWindowShown | None = Field(
        description="From when until when it is read; null: the lot does not say."
    )


class ConfirmationShown(Shown):
    ordered_at: datetime
    laboratory: str | None
    result: LaboratoryResult | None = Field(description="Null while it is awaited.")
    received_at: datetime | None
    told_at: datetime | None = Field(description="When the person was told.")


class TestShown(Shown):
    id: UUID
    kind: RapidTestKind
    performed_by: UUID = Field(description="An organisation.")
    operator_id: UUID = Field(description="A member.")
    performed_at: datetime
    on: date
    lot_id: UUID
    kit: KitShown
    sample: Sample
    repeats: UUID | None = Field(description="The invalid test that this one repeats.")
    read_at: datetime | None
    result: RapidTestResult | None = Field(description="Null while it is not read.")
    confirmations: tuple[ConfirmationShown, ...]
    refused_for: WhyNotConfirmed | None = Field(
        description="Why the person wants no confirmation, since the last order."
    )
    refused_words: str | None
    next_step: WaitsFor | None = Field(description="What it waits for.")


class ScreeningShown(Shown):
    consents: tuple[TestConsentShown, ...]
    tests: tuple[TestShown, ...]


def consent_shown(given: RapidTestConsentGiven) -> TestConsentShown:
    said = {name: getattr(given, name) for name in TestConsentShown.model_fields if name != "id"}
    return TestConsentShown.model_validate(said | {"id": given.test_consent_id})


def test_shown(test: RapidTest, next_step: WaitsFor | None) -> TestShown:
    used = test.used
    beside = {
        "kind": used.kit.kind,
        "lot_id": used.lot_id,
        "kit": used.kit,
        "next_step": next_step,
    }
    said = {name: getattr(test, name) for name in TestShown.model_fields if name not in beside}
    return TestShown.model_validate(said | beside)

"""Rapid tests on a pathway: consented to, made, read, repeated; for those who may see results."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading
from api.http.says import on_item, on_pathway, reads
from api.http.screening.shown import ScreeningShown, TestShown, consent_shown, test_shown
from application.marks import about
from application.screening.correct_rapid_test import CorrectRapidTest, correct_rapid_test
from application.screening.enter_rapid_test_in_error import (
    EnterRapidTestInError,
    enter_rapid_test_in_error,
)
from application.screening.give_test_consent import GiveTestConsent, give_test_consent
from application.screening.perform_rapid_test import PerformRapidTest, perform_rapid_test
from application.screening.read_rapid_test import ReadRapidTest, read_rapid_test
from application.screening.withdraw_test_consent import (
    WithdrawTestConsent,
    withdraw_test_consent,
)
from domain.organisation.screening.refusals import (
    LotExpired,
    LotRecalled,
    LotUnknown,
    OperatorNotTrained,
    ScreeningNotAuthorised,
)
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.screening.refusals import (
    NothingToRepeat,
    NotInformedFirst,
    RapidTestAlreadyKnown,
    RapidTestAlreadyRead,
    RapidTestNotRead,
    RapidTestUnknown,
    ReadBeforePerformed,
    ReadOutsideWindow,
    ResultActedUpon,
    ResultNotChanged,
    ScreeningConsentAlreadyKnown,
    ScreeningConsentMissing,
    ScreeningConsentUnknown,
)
from domain.refusals import NotFound
from domain.screening.words import Kinds, RapidTestResult, Sample
from domain.text import Language

router = APIRouter(prefix="/v1/pathways/{pathway_id}/screening", tags=["screening"])
READY = (LotUnknown, LotRecalled, LotExpired, ScreeningNotAuthorised, OperatorNotTrained)


class ConsentToTest(Asked):
    kinds: Kinds = Field(examples=[["hiv", "hcv"]])
    informed: bool = Field(
        description="Whether advantages and limits were told first.", examples=[True]
    )
    language: Language = Field(default="fr", description="In which they were told.")


class TestMade(Asked):
    lot_id: UUID = Field(description="One that your organisation declared.")
    sample: Sample
    operator_id: UUID | None = Field(
        default=None, description="The member who made it; null: yourself."
    )
    repeats: UUID | None = Field(default=None, description="The invalid test that it repeats.")


class TestReadNow(Asked):
    result: RapidTestResult


@router.get("", responses=reads(PathwayNotOpened))
def screening(pathway_id: UUID, reading: AReading) -> ScreeningShown:
    """The consents that stand and the tests, as far as the caller may see."""
    known = reading.pathway(pathway_id).pathway
    return ScreeningShown(
        consents=tuple(map(consent_shown, known.test_consents.by_id.values())),
        tests=tuple(
            test_shown(test, known.rapid_tests.next_step(test.id))
            for test in known.rapid_tests.by_id.values()
        ),
    )


@router.get("/tests/{test_id}", responses=reads(PathwayNotOpened, NotFound))
def test(pathway_id: UUID, test_id: UUID, reading: AReading) -> TestShown:
    """One test, with the ETag to send back when you say more of it."""
    seen = reading.pathway(pathway_id)
    known = seen.pathway.rapid_tests
    found = known.by_id.get(test_id)
    shown = test_shown(found, known.next_step(test_id)) if found else None
    one: TestShown = reading.marked(seen, about(test_id=test_id), shown)
    return one


@on_pathway(router, "/consents", NotInformedFirst, ScreeningConsentAlreadyKnown)
def consent(pathway_id: UUID, asked: ConsentToTest, door: ADoor) -> Told:
    """Record the person's free consent, once they were told what these tests can do and cannot."""
    command = door.command(GiveTestConsent, asked, pathway_id=pathway_id, language=asked.language)
    return door.run(give_test_consent, command, of=command.test_consent_id)


@on_item(router, "/consents/{test_consent_id}/withdrawal", ScreeningConsentUnknown)
def withdraw_consent(
    pathway_id: UUID, test_consent_id: UUID, asked: Asked, door: AnItemDoor
) -> Told:
    """Note that the person no longer consents; tests that were made stay recorded."""
    addressed = {"pathway_id": pathway_id, "test_consent_id": test_consent_id}
    command = door.command(WithdrawTestConsent, asked, **addressed)
    return door.run(withdraw_test_consent, command, of=test_consent_id)


@on_pathway(
    router,
    "/tests",
    *READY,
    ScreeningConsentMissing,
    RapidTestAlreadyKnown,
    RapidTestUnknown,
    NothingToRepeat,
)
def make(pathway_id: UUID, asked: TestMade, door: ADoor) -> Told:
    """Record a test; `at` is when it was made."""
    command = door.command(PerformRapidTest, asked, pathway_id=pathway_id)
    return door.run(perform_rapid_test, command, of=command.test_id)


@on_item(
    router,
    "/tests/{test_id}/reading",
    RapidTestUnknown,
    RapidTestAlreadyRead,
    ReadBeforePerformed,
    ReadOutsideWindow,
)
def read(pathway_id: UUID, test_id: UUID, asked: TestReadNow, door: AnItemDoor) -> Told:
    """Note what a test shows; `at` is when it was read."""
    command = door.command(ReadRapidTest, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(read_rapid_test, command, of=test_id)


@on_item(
    router,
    "/tests/{test_id}/correction",
    RapidTestUnknown,
    RapidTestNotRead,
    ResultNotChanged,
    ResultActedUpon,
    ReadOutsideWindow,
)
def correct(pathway_id: UUID, test_id: UUID, asked: TestReadNow, door: AnItemDoor) -> Told:
    """Note that a result was written down wrong."""
    command = door.command(CorrectRapidTest, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(correct_rapid_test, command, of=test_id)


@on_item(router, "/tests/{test_id}/withdrawal", RapidTestUnknown)
def withdraw(pathway_id: UUID, test_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that a test should never have been recorded."""
    command = door.command(EnterRapidTestInError, asked, pathway_id=pathway_id, test_id=test_id)
    return door.run(enter_rapid_test_in_error, command, of=test_id)

"""Before a test, the person is told what it can do and cannot, and freely says yes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.screening.facts import RapidTestConsentGiven, RapidTestConsentWithdrawn
from domain.pathway.screening.refusals import (
    NotInformedFirst,
    ScreeningConsentAlreadyKnown,
    ScreeningConsentMissing,
    ScreeningConsentUnknown,
)
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.screening.words import RapidTestKind
from seeds.rules.shipped import screening_rules
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, RELAIS, opened
from tests.domain.pathway.screening.tested import AGREED, CONSENT, ON
from tests.domain.scenario import given, known

NO_MORE = RapidTestConsentWithdrawn(occurred_at=MARCH_5, test_consent_id=CONSENT)
BOTH = (RapidTestKind.HCV, RapidTestKind.HIV)


def agree(pathway: Pathway, *, informed: bool = True) -> RapidTestConsentGiven:
    return pathway.test_consents.give(
        test_consent_id=CONSENT,
        kinds=BOTH,
        informed=informed,
        language="fr",
        rules=screening_rules(),
        on=ON,
        by=RELAIS,
        at=MARCH_4,
    )


def consented(
    pathway: Pathway,
    kind: RapidTestKind = RapidTestKind.HIV,
    *,
    by: UUID = RELAIS,
    on: date = ON,
    at: datetime = MARCH_4,
) -> UUID:
    return pathway.test_consents.to(kind, by=by, on=on, at=at)


def test_a_consent_keeps_what_was_told_first() -> None:
    given(opened()).when(agree).then(AGREED)
    given(opened()).when(lambda pathway: agree(pathway, informed=False)).then_refused(
        NotInformedFirst
    )
    given(opened(), AGREED).when(agree).then_refused(ScreeningConsentAlreadyKnown)


def test_that_somebody_would_be_tested_is_screening() -> None:
    assert {AGREED.data_class, NO_MORE.data_class} == {DataClass.SCREENING}


def test_it_holds_for_what_was_agreed_to_where_and_on_that_day() -> None:
    pathway = known(opened(), AGREED)
    assert consented(pathway) == CONSENT
    refused: tuple[Callable[[], UUID], ...] = (
        lambda: consented(pathway, RapidTestKind.SYPHILIS),
        lambda: consented(pathway, by=CCAS),
        lambda: consented(pathway, on=date(2026, 3, 5)),
        lambda: consented(pathway, on=date(2026, 3, 3)),
        lambda: consented(pathway, at=MARCH_4 - timedelta(seconds=1)),
        lambda: consented(known(opened())),
    )
    for no in refused:
        with pytest.raises(ScreeningConsentMissing):
            no()


def test_a_person_changes_their_mind() -> None:
    def withdraw(pathway: Pathway) -> RapidTestConsentWithdrawn:
        return pathway.test_consents.withdraw(test_consent_id=CONSENT, at=MARCH_5)

    given(opened(), AGREED).when(withdraw).then(NO_MORE)
    given(opened(), AGREED, NO_MORE).when(withdraw).then_refused(ScreeningConsentUnknown)
    with pytest.raises(ScreeningConsentMissing):
        consented(known(opened(), AGREED, NO_MORE))


def test_somebody_elses_consent_allows_nothing() -> None:
    wrong = FactRecordedInWrongFile(occurred_at=MARCH_5, entry_id=CONSENT, erased_by=RELAIS)
    assert known(opened(), AGREED, wrong).test_consents.by_id == {}

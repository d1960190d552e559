from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.pathway.needs import (
    NeedAlreadyClosed,
    NeedAlreadyKnown,
    NeedClosed,
    NeedEnteredInError,
    NeedIdentified,
    NeedKind,
    NeedOutcome,
    NeedUnknown,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

NEED = UUID("cccccccc-0000-4000-8000-000000000021")
WORDS = "I would like to eat without pain."

DENTIST = NeedIdentified(
    occurred_at=MARCH_5,
    data_class=DataClass.HEALTH,
    need_id=NEED,
    kind=NeedKind.DENTAL_CARE,
    words=WORDS,
)
CLOSED = NeedClosed(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, need_id=NEED, outcome=NeedOutcome.MET
)
IN_ERROR = NeedEnteredInError(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, need_id=NEED, corrects=2
)


def identify(
    pathway: Pathway,
    *,
    kind: NeedKind = NeedKind.DENTAL_CARE,
    data_class: DataClass | None = None,
) -> NeedIdentified:
    return pathway.needs.identify(
        need_id=NEED, kind=kind, words=WORDS, data_class=data_class, at=MARCH_5
    )


def close(pathway: Pathway) -> NeedClosed:
    return pathway.needs.close(need_id=NEED, outcome=NeedOutcome.MET, at=MARCH_5)


def enter_in_error(pathway: Pathway) -> NeedEnteredInError:
    return pathway.needs.enter_in_error(need_id=NEED, at=MARCH_5)


def test_a_need_is_told_in_the_persons_words() -> None:
    given(opened()).when(identify).then(DENTIST)
    assert NeedIdentified.alone


def test_an_id_is_one_needs() -> None:
    given(opened(), DENTIST).when(identify).then_refused(NeedAlreadyKnown)


@pytest.mark.parametrize(
    ("kind", "data_class"),
    [
        (NeedKind.FOOD, DataClass.SOCIAL),
        (NeedKind.HEALTH_COVER, DataClass.SOCIAL),
        (NeedKind.RESIDENCE_STATUS, DataClass.STATUS),
        (NeedKind.CARE, DataClass.HEALTH),
        (NeedKind.PREGNANCY, DataClass.HEALTH),
        (NeedKind.ADDICTION, DataClass.HEALTH),
        (NeedKind.MENTAL_HEALTH, DataClass.MENTAL_HEALTH),
        (NeedKind.SCREENING, DataClass.SCREENING),
        (NeedKind.SAFETY, DataClass.PROTECTION),
    ],
)
def test_a_need_has_the_class_of_what_it_is_the_need_of(
    kind: NeedKind, data_class: DataClass
) -> None:
    given(opened()).when(lambda pathway: identify(pathway, kind=kind)).then(
        DENTIST.model_copy(update={"kind": kind, "data_class": data_class})
    )


def test_words_may_raise_the_class_of_a_need_and_never_lower_it() -> None:
    given(opened()).when(lambda pathway: identify(pathway, data_class=DataClass.PROTECTION)).then(
        DENTIST.model_copy(update={"data_class": DataClass.PROTECTION})
    )
    given(opened()).when(lambda pathway: identify(pathway, data_class=DataClass.SOCIAL)).then(
        DENTIST
    )


def test_a_need_is_closed_once_with_its_class() -> None:
    given(opened(), DENTIST).when(close).then(CLOSED)
    given(opened(), DENTIST, CLOSED).when(close).then_refused(NeedAlreadyClosed)
    given(opened()).when(close).then_refused(NeedUnknown)


def test_a_need_entered_in_error_is_gone() -> None:
    given(opened(), DENTIST).when(enter_in_error).then(IN_ERROR)
    given(opened(), DENTIST, IN_ERROR).when(enter_in_error).then_refused(NeedUnknown)


def test_the_end_of_a_need_that_is_not_known_changes_nothing() -> None:
    assert known(opened(), CLOSED).needs.by_id == {}

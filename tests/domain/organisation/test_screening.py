"""A test is made by those authorised and trained that day, with a kit that is good that day."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.organisation.enrolment import MemberLeft
from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationUnknown
from domain.organisation.screening.anonymous import Counts
from domain.organisation.screening.facts import (
    AnonymousTestsCounted,
    AnonymousTestsCountedInError,
    KitLotDeclared,
    KitLotEnteredInError,
    KitLotRecalled,
    OperatorTrained,
    OperatorTrainingEnded,
    ScreeningAuthorisationEnded,
    ScreeningAuthorised,
)
from domain.organisation.screening.ready import local_day, ready_kit
from domain.organisation.screening.refusals import (
    AuthorisationAlreadyEnded,
    AuthorisationDatesReversed,
    AuthorisationUnknown,
    CountAlreadyKnown,
    CountUnknown,
    KindNotListed,
    LotAlreadyDeclared,
    LotAlreadyRecalled,
    LotExpired,
    LotRecalled,
    LotUnknown,
    NothingCounted,
    OperatorNotTrained,
    ScreeningNotAuthorised,
    TrainingAlreadyEnded,
    TrainingDatesReversed,
    TrainingUnknown,
)
from domain.refusals import DomainError
from domain.screening.rules import NO_SCREENING
from domain.screening.words import KitUsed, RapidTestKind, RecallReason
from seeds.rules.shipped import screening_rules
from tests.domain.organisation.partners import (
    ENROLLED,
    JANUARY_5,
    MEMBERSHIP,
    ORGANISATION,
    REGISTERED,
    organisation_after,
)
from tests.domain.pathway.screening.tested import HIV, LOT, ON, USED
from tests.domain.scenario import given

AUTHORISATION, TRAINING, COUNT, OTHER = (
    UUID(f"dddddddd-0000-4000-8000-00000000002{n}") for n in range(4)
)
RULES = screening_rules()
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
BOTH = (RapidTestKind.HCV, RapidTestKind.HIV)
START = date(2026, 1, 1)
AUTHORISED = ScreeningAuthorised(
    occurred_at=JANUARY_5,
    authorisation_id=AUTHORISATION,
    kinds=BOTH,
    starts_on=START,
    ends_on=date(2030, 12, 31),
    reference="ARS-1",
    rule_version="trod-2024",
)
TRAINED = OperatorTrained(
    occurred_at=JANUARY_5,
    training_id=TRAINING,
    member_id=MEMBERSHIP,
    kinds=BOTH,
    starts_on=START,
    ends_on=date(2026, 6, 30),
)
DECLARED = KitLotDeclared(occurred_at=JANUARY_5, lot_id=LOT, kit=HIV)
RECALLED = KitLotRecalled(
    occurred_at=NOON, lot_id=LOT, reason=RecallReason.MANUFACTURER, reference="R-7"
)
READY = (REGISTERED, ENROLLED, AUTHORISED, TRAINED, DECLARED)
COUNTED = AnonymousTestsCounted(
    occurred_at=NOON,
    count_id=COUNT,
    lot_id=LOT,
    kind=RapidTestKind.HIV,
    on=ON,
    operator_id=MEMBERSHIP,
    negative=4,
    positive=1,
    invalid=0,
)


def enter(
    organisation: Organisation,
    *,
    ends_on: date | None = None,
    starts_on: date = START,
    **said: Any,
) -> ScreeningAuthorised:
    asked = {"kinds": BOTH, "rules": RULES, "reference": "ARS-1", **said}
    return organisation.screening_authorisations.enter(
        authorisation_id=AUTHORISATION, days=(starts_on, ends_on), at=JANUARY_5, **asked
    )


def train(
    organisation: Organisation, *, ends_on: date | None = date(2026, 6, 30), **said: Any
) -> OperatorTrained:
    asked = {"kinds": BOTH, "rules": RULES, **said}
    return organisation.operators.train(
        training_id=TRAINING,
        member_id=MEMBERSHIP,
        days=(START, ends_on),
        at=JANUARY_5,
        **asked,
    )


def declare(organisation: Organisation, **said: Any) -> KitLotDeclared:
    asked: Mapping[str, Any] = {"lot_id": LOT, "kit": HIV, "rules": RULES, **said}
    return organisation.kit_lots.declare(at=JANUARY_5, **asked)


def ready(*facts: Fact, operator_id: UUID = MEMBERSHIP, at: datetime = NOON) -> KitUsed:
    return ready_kit(organisation_after(*facts), lot_id=LOT, operator_id=operator_id, at=at)


def on(day: int, month: int = 3, year: int = 2026, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def count(organisation: Organisation, counts: Counts | None = None) -> AnonymousTestsCounted:
    return organisation.anonymous_tests.count(
        count_id=COUNT,
        used=USED,
        on=ON,
        operator_id=MEMBERSHIP,
        counts=counts or Counts(negative=4, positive=1),
        activity_id=None,
        at=NOON,
    )


def of_organisation(*facts: Fact) -> Any:
    return given(*facts, kind=Organisation)


def test_an_authorisation_lasts_five_years_unless_it_says_less() -> None:
    of_organisation(REGISTERED).when(enter).then(AUTHORISED)
    less = AUTHORISED.model_copy(update={"ends_on": date(2027, 12, 31)})
    of_organisation(REGISTERED).when(lambda one: enter(one, ends_on=date(2027, 12, 31))).then(less)


@pytest.mark.parametrize("ends_on", [date(2025, 12, 31), date(2031, 1, 1)])
def test_it_neither_ends_before_it_starts_nor_after_the_legal_term(ends_on: date) -> None:
    of_organisation(REGISTERED).when(lambda one: enter(one, ends_on=ends_on)).then_refused(
        AuthorisationDatesReversed
    )


def test_what_no_rule_lists_is_allowed_to_nobody() -> None:
    for decision in (enter, train, declare):
        of_organisation(REGISTERED).when(
            lambda one, decision=decision: decision(one, rules=NO_SCREENING)
        ).then_refused(KindNotListed)


def test_the_term_is_in_the_rules_and_without_rules_it_is_a_day() -> None:
    assert NO_SCREENING.last_day_authorised(START) == START
    assert NO_SCREENING.last_day_agreed(START) == START


def test_an_authorisation_is_ended_once() -> None:
    def end(organisation: Organisation) -> Fact:
        return organisation.screening_authorisations.end(
            authorisation_id=AUTHORISATION, last_day=date(2026, 3, 3), at=NOON
        )

    ended = ScreeningAuthorisationEnded(
        occurred_at=NOON, authorisation_id=AUTHORISATION, ended_on=date(2026, 3, 3)
    )
    of_organisation(*READY).when(end).then(ended)
    of_organisation(*READY, ended).when(end).then_refused(AuthorisationAlreadyEnded)
    of_organisation(REGISTERED).when(end).then_refused(AuthorisationUnknown)
    with pytest.raises(ScreeningNotAuthorised):
        ready(*READY, ended)
    assert ready(*READY, ended, at=on(3)) == USED


def test_what_a_training_allows_is_ended_once() -> None:
    def end(organisation: Organisation) -> Fact:
        return organisation.operators.end(training_id=TRAINING, last_day=date(2026, 3, 3), at=NOON)

    ended = OperatorTrainingEnded(occurred_at=NOON, training_id=TRAINING, ended_on=date(2026, 3, 3))
    of_organisation(*READY).when(end).then(ended)
    of_organisation(*READY, ended).when(end).then_refused(TrainingAlreadyEnded)
    of_organisation(REGISTERED).when(end).then_refused(TrainingUnknown)
    with pytest.raises(OperatorNotTrained):
        ready(*READY, ended)


def test_a_training_goes_forward_and_may_have_no_end() -> None:
    of_organisation(REGISTERED).when(train).then(TRAINED)
    backwards = date(2025, 12, 31)
    of_organisation(REGISTERED).when(lambda one: train(one, ends_on=backwards)).then_refused(
        TrainingDatesReversed
    )
    endless = TRAINED.model_copy(update={"ends_on": None})
    assert ready(REGISTERED, ENROLLED, AUTHORISED, endless, DECLARED, at=on(1, 9)) == USED


def test_a_lot_is_declared_once_whatever_its_letters() -> None:
    of_organisation(REGISTERED).when(declare).then(DECLARED)
    same = HIV.model_copy(update={"lot": "l2403"})
    for said in ({}, {"lot_id": OTHER, "kit": same}):
        of_organisation(*READY).when(lambda one, said=said: declare(one, **said)).then_refused(
            LotAlreadyDeclared
        )


def test_a_lot_declared_wrong_is_declared_again() -> None:
    def withdraw(organisation: Organisation) -> Fact:
        return organisation.kit_lots.enter_in_error(lot_id=LOT, at=NOON)

    withdrawn = KitLotEnteredInError(occurred_at=NOON, lot_id=LOT)
    of_organisation(*READY).when(withdraw).then(withdrawn)
    of_organisation(*READY, withdrawn).when(withdraw).then_refused(LotUnknown)
    again = DECLARED.model_copy(update={"lot_id": OTHER})
    of_organisation(*READY, withdrawn).when(lambda one: declare(one, lot_id=OTHER)).then(again)
    with pytest.raises(LotUnknown):
        ready(*READY, withdrawn)


def test_all_is_ready() -> None:
    assert ready(*READY) == USED


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ((REGISTERED, ENROLLED, AUTHORISED, TRAINED), LotUnknown),
        ((REGISTERED, ENROLLED, TRAINED, DECLARED), ScreeningNotAuthorised),
        ((REGISTERED, ENROLLED, AUTHORISED, DECLARED), OperatorNotTrained),
        ((REGISTERED, AUTHORISED, TRAINED, DECLARED), OperatorNotTrained),
        ((AUTHORISED, TRAINED, DECLARED), OrganisationUnknown),
    ],
    ids=["no-lot", "not-authorised", "not-trained", "no-member", "no-organisation"],
)
def test_something_is_missing(facts: tuple[Fact, ...], refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        ready(*facts)


def test_it_is_the_day_of_the_test_that_decides_where_the_organisation_is() -> None:
    late = on(31, 12, hour=22)  # 23:00 there, the last day of the kit
    trained = TRAINED.model_copy(update={"ends_on": None})
    able = (REGISTERED, ENROLLED, AUTHORISED, trained, DECLARED)
    assert ready(*able, at=late) == USED
    with pytest.raises(LotExpired):
        ready(*able, at=on(31, 12, hour=23))  # midnight has passed there
    assert local_day(organisation_after(REGISTERED), late) == date(2026, 12, 31)


@pytest.mark.parametrize("at", [on(31, 12, 2025), on(1, 7)], ids=["before", "after"])
def test_nobody_tests_outside_of_what_they_were_trained_for(at: datetime) -> None:
    early = AUTHORISED.model_copy(update={"starts_on": date(2025, 1, 1)})
    with pytest.raises(OperatorNotTrained):
        ready(REGISTERED, ENROLLED, early, TRAINED, DECLARED, at=at)


def test_another_kind_is_another_training_and_authorisation() -> None:
    hcv = (RapidTestKind.HCV,)
    with pytest.raises(ScreeningNotAuthorised):
        ready(REGISTERED, ENROLLED, AUTHORISED.model_copy(update={"kinds": hcv}), TRAINED, DECLARED)
    with pytest.raises(OperatorNotTrained):
        ready(REGISTERED, ENROLLED, AUTHORISED, TRAINED.model_copy(update={"kinds": hcv}), DECLARED)


def test_whoever_left_makes_no_test_and_made_those_before() -> None:
    left = MemberLeft(occurred_at=on(2), membership_id=MEMBERSHIP)
    with pytest.raises(OperatorNotTrained):
        ready(*READY, left)
    assert ready(*READY, left, at=on(1)) == USED


def test_a_recalled_lot_is_used_no_more_from_then_on() -> None:
    def recall(organisation: Organisation) -> Fact:
        return organisation.kit_lots.recall(
            lot_id=LOT, reason=RecallReason.MANUFACTURER, reference="R-7", at=NOON
        )

    of_organisation(*READY).when(recall).then(RECALLED)
    of_organisation(*READY, RECALLED).when(recall).then_refused(LotAlreadyRecalled)
    of_organisation(REGISTERED).when(recall).then_refused(LotUnknown)
    with pytest.raises(LotRecalled):
        ready(*READY, RECALLED)
    assert ready(*READY, RECALLED, at=on(4, hour=11)) == USED  # told late, made before


def test_a_lot_declared_wrong_is_still_recalled_and_chosen_no_more() -> None:
    """Tests were perhaps made with it: whoever may see them must find them."""
    withdrawn = KitLotEnteredInError(occurred_at=NOON, lot_id=LOT)
    lots = organisation_after(*READY, withdrawn, RECALLED).kit_lots
    assert lots.known(LOT).recalled_for is RecallReason.MANUFACTURER
    with pytest.raises(LotUnknown):
        lots.usable(LOT, at=on(4, hour=11), day=ON)


def test_anonymous_tests_are_numbers() -> None:
    of_organisation(*READY).when(count).then(COUNTED)
    of_organisation(*READY, COUNTED).when(count).then_refused(CountAlreadyKnown)
    of_organisation(*READY).when(lambda one: count(one, Counts())).then_refused(NothingCounted)
    assert COUNTED.data_class is DataClass.SCREENING
    assert ORGANISATION not in COUNTED.model_dump().values()


def test_a_count_is_withdrawn() -> None:
    def withdraw(organisation: Organisation) -> Fact:
        return organisation.anonymous_tests.withdraw(count_id=COUNT, at=NOON)

    withdrawn = AnonymousTestsCountedInError(occurred_at=NOON, count_id=COUNT)
    of_organisation(*READY, COUNTED).when(withdraw).then(withdrawn)
    of_organisation(*READY, COUNTED, withdrawn).when(withdraw).then_refused(CountUnknown)

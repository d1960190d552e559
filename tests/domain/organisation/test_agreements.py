from datetime import date

from domain.kernel import Fact
from domain.organisation.agreements import (
    AgreementAlreadyEnded,
    AgreementAlreadySigned,
    AgreementDatesReversed,
    AgreementEnded,
    AgreementUnknown,
)
from domain.organisation.organisation import Organisation
from tests.domain.organisation.partners import (
    AGREEMENT,
    JANUARY_5,
    REGISTERED,
    SIGNED,
    organisation_after,
)
from tests.domain.scenario import given

JUNE_30 = date(2026, 6, 30)
ENDED = AgreementEnded(occurred_at=JANUARY_5, agreement_id=AGREEMENT, ended_on=JUNE_30)


def sign(organisation: Organisation, ends_on: date | None = date(2026, 12, 31)) -> Fact:
    return organisation.agreements.sign(
        agreement_id=AGREEMENT, starts_on=date(2026, 1, 1), ends_on=ends_on, at=JANUARY_5
    )


def end(organisation: Organisation, last_day: date = JUNE_30) -> Fact:
    return organisation.agreements.end(agreement_id=AGREEMENT, last_day=last_day, at=JANUARY_5)


def test_an_agreement_is_signed_once() -> None:
    given(REGISTERED, kind=Organisation).when(sign).then(SIGNED)
    given(REGISTERED, SIGNED, kind=Organisation).when(sign).then_refused(AgreementAlreadySigned)


def test_an_agreement_ends_on_the_day_it_starts_or_later() -> None:
    same_day = SIGNED.model_copy(update={"ends_on": date(2026, 1, 1)})
    scenario = given(REGISTERED, kind=Organisation)
    scenario.when(lambda organisation: sign(organisation, date(2026, 1, 1))).then(same_day)
    scenario.when(lambda organisation: sign(organisation, date(2025, 12, 31))).then_refused(
        AgreementDatesReversed
    )


def test_an_agreement_is_ended_sooner_than_it_says() -> None:
    given(REGISTERED, SIGNED, kind=Organisation).when(end).then(ENDED)
    agreements = organisation_after(REGISTERED, SIGNED, ENDED).agreements
    assert agreements.in_force(JUNE_30)
    assert not agreements.in_force(date(2026, 7, 1))


def test_ending_an_agreement_shortens_it() -> None:
    scenario = given(REGISTERED, SIGNED, kind=Organisation)
    scenario.when(lambda organisation: end(organisation, date(2025, 12, 31))).then_refused(
        AgreementDatesReversed
    )
    scenario.when(lambda organisation: end(organisation, date(2026, 12, 31))).then_refused(
        AgreementAlreadyEnded
    )
    given(REGISTERED, SIGNED, ENDED, kind=Organisation).when(end).then_refused(
        AgreementAlreadyEnded
    )


def test_an_agreement_without_a_last_day_is_given_one() -> None:
    endless = SIGNED.model_copy(update={"ends_on": None})
    given(REGISTERED, endless, kind=Organisation).when(end).then(ENDED)


def test_an_agreement_nobody_signed_is_unknown() -> None:
    given(REGISTERED, kind=Organisation).when(end).then_refused(AgreementUnknown)

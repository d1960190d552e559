from datetime import date

import pytest

from domain.kernel import Fact
from domain.organisation.administration import NotYoursToAdminister, must_administer
from domain.organisation.agreements import AgreementSigned, NoAgreementInForce
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import (
    OrganisationAlreadyRegistered,
    OrganisationDescribed,
    OrganisationUnknown,
)
from tests.domain.organisation.partners import (
    CCAS_IS,
    JANUARY_5,
    REGISTERED,
    SIGNED,
    administrator_of,
    organisation_after,
)
from tests.domain.pathway.people import CCAS, PASS
from tests.domain.scenario import given

MOVED_AWAY = CCAS_IS.model_copy(update={"time_zone": "Indian/Reunion"})
DESCRIBED = OrganisationDescribed(occurred_at=JANUARY_5, description=MOVED_AWAY)


def register(organisation: Organisation) -> Fact:
    return organisation.registration.register(description=CCAS_IS, at=JANUARY_5)


def describe(organisation: Organisation) -> Fact:
    return organisation.registration.describe(description=MOVED_AWAY, at=JANUARY_5)


def test_an_organisation_is_registered_once() -> None:
    given(kind=Organisation).when(register).then(REGISTERED)
    given(REGISTERED, kind=Organisation).when(register).then_refused(OrganisationAlreadyRegistered)


def test_an_organisation_is_described_again() -> None:
    given(REGISTERED, kind=Organisation).when(describe).then(DESCRIBED)
    given(kind=Organisation).when(describe).then_refused(OrganisationUnknown)
    assert organisation_after(REGISTERED, DESCRIBED).registration.description == MOVED_AWAY


def test_a_partner_is_registered_and_has_an_agreement_in_force() -> None:
    organisation_after(REGISTERED, SIGNED).must_be_partner(date(2026, 3, 5))
    with pytest.raises(OrganisationUnknown):
        organisation_after().must_be_partner(date(2026, 3, 5))
    with pytest.raises(OrganisationUnknown):
        organisation_after().must_be_registered()
    with pytest.raises(NoAgreementInForce):
        organisation_after(REGISTERED).must_be_partner(date(2026, 3, 5))


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_an_agreement_covers_its_first_and_its_last_day(day: date, in_force: bool) -> None:
    assert organisation_after(REGISTERED, SIGNED).agreements.in_force(day) is in_force


def test_an_agreement_may_have_no_last_day() -> None:
    endless = AgreementSigned(
        occurred_at=JANUARY_5,
        agreement_id=SIGNED.agreement_id,
        starts_on=date(2026, 1, 1),
        ends_on=None,
    )
    assert organisation_after(REGISTERED, endless).agreements.in_force(date(2099, 1, 1))


def test_an_organisation_is_administered_by_its_own_and_by_the_founders() -> None:
    must_administer(administrator_of(CCAS), CCAS)
    must_administer(administrator_of(FOUNDER), CCAS)
    with pytest.raises(NotYoursToAdminister):
        must_administer(administrator_of(PASS), CCAS)


def test_administering_is_a_role() -> None:
    caseworker = administrator_of(CCAS).model_copy(update={"roles": frozenset()})
    with pytest.raises(NotYoursToAdminister):
        must_administer(caseworker, CCAS)

from domain.pathway.sharing import (
    AlreadyInCircle,
    NotInCircle,
    OrganisationJoined,
    OrganisationLeft,
    ReferentDesignated,
)
from tests.domain.pathway.people import CCAS, MARCH_5, MEDIATOR, RELAIS, opened
from tests.domain.scenario import given

CCAS_JOINED = OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS)


def test_who_opens_is_in_the_circle() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.join(organisation_id=RELAIS, at=MARCH_5)
    ).then_refused(AlreadyInCircle)


def test_an_organisation_joins() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.join(organisation_id=CCAS, at=MARCH_5)
    ).then(CCAS_JOINED)


def test_an_organisation_leaves_and_is_out() -> None:
    left = OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS)
    leave = lambda pathway: pathway.sharing.leave(organisation_id=CCAS, at=MARCH_5)
    given(opened(), CCAS_JOINED).when(leave).then(left)
    given(opened(), CCAS_JOINED, left).when(leave).then_refused(NotInCircle)


def test_a_referent_belongs_to_the_circle() -> None:
    given(opened()).when(
        lambda pathway: pathway.sharing.designate(
            referent_id=MEDIATOR, organisation_id=RELAIS, at=MARCH_5
        )
    ).then(ReferentDesignated(occurred_at=MARCH_5, referent_id=MEDIATOR, of_organisation=RELAIS))
    given(opened()).when(
        lambda pathway: pathway.sharing.designate(
            referent_id=MEDIATOR, organisation_id=CCAS, at=MARCH_5
        )
    ).then_refused(NotInCircle)

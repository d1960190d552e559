"""Whoever was let in by a referral alone goes when it comes to nothing."""

from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs
from domain.pathway.grounds.facts import CareTeamDeclared
from domain.pathway.grounds.words import TeamBasis
from domain.pathway.sharing.facts import OrganisationJoined, ReferentDesignated
from tests.domain.pathway.people import CCAS, MARCH_5, REFERRAL, RELAIS, opened, wall
from tests.domain.pathway.test_referrals import (
    ACCEPTED,
    CANCELLED,
    COMPLETED,
    EXPIRED,
    FAILED,
    IN_ERROR,
    REJECTED,
    REQUESTED,
)
from tests.domain.scenario import known

OTHER = UUID("cccccccc-0000-4000-8000-000000000009")
REQUESTED_TOO = REQUESTED.model_copy(update={"referral_id": OTHER})
LET_IN = OrganisationJoined(
    occurred_at=MARCH_5, joined_id=CCAS, for_referral=REFERRAL, in_care_team=False
)
INVITED_TOO = OrganisationJoined(occurred_at=MARCH_5, joined_id=CCAS, in_care_team=False)
DESIGNATED = ReferentDesignated(occurred_at=MARCH_5, referent_id=OTHER, of_organisation=CCAS)
OF_THE_TEAM = CareTeamDeclared(
    occurred_at=MARCH_5, organisation_id=CCAS, basis=TeamBasis.COORDINATION
)
BOOKED_THERE = AppointmentBooked(
    occurred_at=MARCH_5,
    appointment_id=OTHER,
    booked_by=RELAIS,
    when=wall("2026-04-01T10:00:00"),
    kind=AppointmentKind.RIGHTS,
    place="1 rue du Pont",
    with_organisation=CCAS,
    with_name=None,
    needs=Needs(),
)
ASKED_ON = REQUESTED.model_copy(
    update={"referral_id": OTHER, "requested_by": CCAS, "target_id": None}
)


@pytest.mark.parametrize("end", [REJECTED, CANCELLED, EXPIRED, FAILED, IN_ERROR])
def test_who_was_let_in_by_a_referral_alone_goes_when_it_comes_to_nothing(end: Fact) -> None:
    pathway = known(opened(), REQUESTED, LET_IN, end)
    assert not pathway.sharing.includes(CCAS)
    assert pathway.sharing.let_go == {CCAS}


@pytest.mark.parametrize(
    "facts",
    [
        (LET_IN, INVITED_TOO, REJECTED),
        (INVITED_TOO, LET_IN, REJECTED),
        (LET_IN, DESIGNATED, REJECTED),
        (LET_IN, OF_THE_TEAM, REJECTED),
        (LET_IN, ASKED_ON, REJECTED),
        (LET_IN, REQUESTED_TOO, REJECTED),
        (LET_IN, ACCEPTED, COMPLETED),
        (BOOKED_THERE, LET_IN, REJECTED),
    ],
)
def test_who_takes_part_by_more_than_that_referral_stays(facts: tuple[Fact, ...]) -> None:
    assert known(opened(), REQUESTED, *facts).sharing.includes(CCAS)


def test_who_was_let_go_may_be_asked_again() -> None:
    again = LET_IN.model_copy(update={"for_referral": OTHER})
    back = known(opened(), REQUESTED, LET_IN, REJECTED, REQUESTED_TOO, again)
    assert back.sharing.includes(CCAS)
    assert back.sharing.let_go == frozenset()


def test_who_went_unseen_comes_back_when_they_are_asked_again() -> None:
    sharing = known(opened(), REQUESTED, LET_IN, REJECTED).sharing
    (joined,) = sharing.let_in(
        organisation_id=CCAS,
        at=MARCH_5,
        data_class=DataClass.HEALTH,
        for_referral=OTHER,
        seen=known(opened(), REQUESTED, LET_IN).sharing,
    )
    assert joined.for_referral == OTHER

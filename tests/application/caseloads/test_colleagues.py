"""Between whom a caseload passes."""

import pytest

from application.caseloads.read_colleagues import read_colleagues
from application.organisations.end_membership import EndMembership, end_membership
from application.views.reach import RoleFollowsNobody
from domain.members import Profession, Role
from domain.organisation.organisation import FOUNDER
from tests.application.network import Town


def test_whoever_left_may_only_give_and_who_follows_nobody_is_not_named() -> None:
    town = Town()
    here = town.enrolled(FOUNDER, Profession.NURSE, name="Aya Testa")
    gone = town.enrolled(FOUNDER, Profession.MEDIATOR, name="Bo Testa")
    clerk = town.enrolled(FOUNDER, Profession.ADMINISTRATIVE, Role.COORDINATOR)
    ending = EndMembership(organisation_id=FOUNDER, membership_id=gone.id)
    end_membership(town.network, ending, town.administrator)
    told = read_colleagues(town.network.log, here)
    assert dict(told.takers) == {here.id: "Aya Testa"}
    assert dict(told.givers) == {here.id: "Aya Testa", gone.id: "Bo Testa"}
    with pytest.raises(RoleFollowsNobody):
        read_colleagues(town.network.log, clerk)

from datetime import date

import pytest

from application.organisations.change_roles import ChangeRoles, change_roles
from application.organisations.describe_organisation import (
    DescribeOrganisation,
    describe_organisation,
)
from application.organisations.end_agreement import EndAgreement, end_agreement
from application.organisations.end_membership import EndMembership, end_membership
from application.organisations.enrol_member import EnrolMember, enrol_member
from application.organisations.found_network import FoundNetwork, found_network
from application.organisations.read_organisation import read_organisation
from application.organisations.register_organisation import (
    RegisterOrganisation,
    register_organisation,
)
from application.organisations.sign_agreement import SignAgreement, sign_agreement
from domain.members import MemberStatus, Profession, Role
from domain.organisation.administration import NotYoursToAdminister
from domain.organisation.enrolment import AlreadyLeft, Hat
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import (
    OrganisationAlreadyRegistered,
    OrganisationKind,
    OrganisationUnknown,
)
from tests.application.network import FOUNDING, Town, description
from tests.domain.pathway.people import CCAS

NURSE = Hat(profession=Profession.NURSE, status=MemberStatus.VOLUNTEER, roles=(Role.CASEWORKER,))


def test_a_network_is_founded_once_and_its_first_administrator_with_it(town: Town) -> None:
    founder = town.organisation(FOUNDER)
    assert founder.agreements.in_force(date(2026, 3, 4))
    assert town.administrator.roles == {Role.ADMINISTRATOR}
    assert founder.enrolment.by_id[town.administrator.id].human_id == FOUNDING.human_id
    assert found_network(town.network, FOUNDING).repeated
    again = FoundNetwork(
        description=FOUNDING.description,
        agreement_from=FOUNDING.agreement_from,
        administrator="Marin Testa",
    )
    with pytest.raises(OrganisationAlreadyRegistered):
        found_network(town.network, again)


def test_only_the_founders_administrator_lets_organisations_in(town: Town) -> None:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    command = RegisterOrganisation(
        description=description("Accueil des Monts", OrganisationKind.SHELTER)
    )
    mediator = town.enrolled(FOUNDER, Profession.MEDIATOR)
    administrator = town.enrolled(ccas, Profession.ADMINISTRATIVE, Role.ADMINISTRATOR)
    for somebody in (mediator, administrator):
        with pytest.raises(NotYoursToAdminister):
            register_organisation(town.network, command, somebody)


def test_an_organisation_is_administered_by_its_own_administrator(town: Town) -> None:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    hospital = town.partner("Hôpital des Monts", OrganisationKind.HEALTH_STRUCTURE)
    administrator = town.enrolled(ccas, Profession.ADMINISTRATIVE, Role.ADMINISTRATOR)
    enrolment = EnrolMember(organisation_id=ccas, hat=NURSE, name="Marin Testa")
    enrol_member(town.network, enrolment, administrator)
    assert town.member(ccas, enrolment.membership_id).profession is Profession.NURSE
    with pytest.raises(NotYoursToAdminister):
        enrol_member(
            town.network,
            EnrolMember(organisation_id=hospital, hat=NURSE, name="Marin Testa"),
            administrator,
        )


def test_nobody_administers_an_organisation_that_is_not_there(town: Town) -> None:
    with pytest.raises(OrganisationUnknown):
        enrol_member(
            town.network,
            EnrolMember(organisation_id=CCAS, hat=NURSE, name="Marin Testa"),
            town.administrator,
        )


def test_one_human_wears_several_hats(town: Town) -> None:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    first = EnrolMember(organisation_id=FOUNDER, hat=NURSE, name="Marin Testa")
    second = EnrolMember(
        organisation_id=ccas, hat=NURSE, name="Marin Testa", human_id=first.id_for("human")
    )
    for command in (first, second):
        enrol_member(town.network, command, town.administrator)
    humans = {
        town.organisation(command.organisation_id).enrolment.by_id[command.membership_id].human_id
        for command in (first, second)
    }
    assert len(humans) == 1


def test_a_membership_changes_and_ends(town: Town) -> None:
    nurse = town.enrolled(FOUNDER, Profession.NURSE)
    roles = ChangeRoles(organisation_id=FOUNDER, membership_id=nurse.id, roles=(Role.COORDINATOR,))
    change_roles(town.network, roles, town.administrator)
    assert town.member(FOUNDER, nurse.id).roles == {Role.COORDINATOR}
    ending = EndMembership(organisation_id=FOUNDER, membership_id=nurse.id)
    end_membership(town.network, ending, town.administrator)
    with pytest.raises(AlreadyLeft):
        town.member(FOUNDER, nurse.id)


def test_an_agreement_ends_and_an_organisation_is_described_again(town: Town) -> None:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE, signs=False)
    signing = SignAgreement(organisation_id=ccas, starts_on=date(2026, 1, 1))
    sign_agreement(town.network, signing, town.administrator)
    ending = EndAgreement(
        organisation_id=ccas, agreement_id=signing.agreement_id, last_day=date(2026, 2, 28)
    )
    end_agreement(town.network, ending, town.administrator)
    assert not town.organisation(ccas).agreements.in_force(date(2026, 3, 4))
    renamed = description("CCAS des Combes", OrganisationKind.SOCIAL_SERVICE)
    describe_organisation(
        town.network,
        DescribeOrganisation(organisation_id=ccas, description=renamed),
        town.administrator,
    )
    assert town.organisation(ccas).registration.description == renamed


def test_what_is_asked_reads_the_same_however_roles_are_ordered() -> None:
    hats = [
        Hat(profession=Profession.NURSE, status=MemberStatus.EMPLOYEE, roles=roles)
        for roles in (
            (Role.CASEWORKER, Role.COORDINATOR),
            (Role.COORDINATOR, Role.CASEWORKER),
        )
    ]
    contents = {
        EnrolMember(organisation_id=CCAS, hat=hat, name="Marin Testa").content() for hat in hats
    }
    assert len(contents) == 1


def test_only_those_who_administer_an_organisation_are_told_its_roles_and_agreements(
    town: Town,
) -> None:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    nurse = town.enrolled(ccas, Profession.NURSE, Role.CASEWORKER)
    own = town.enrolled(ccas, Profession.ADMINISTRATIVE, Role.ADMINISTRATOR)
    elsewhere = town.enrolled(FOUNDER, Profession.MEDIATOR)
    for reader in (nurse, elsewhere):
        told = read_organisation(town.network.log, ccas, reader)
        assert told.partner is not None
        assert (told.is_administered, dict(told.agreements)) == (False, {})
        assert {one.roles for one in told.members} == {()}
    for reader in (own, town.administrator):
        told = read_organisation(town.network.log, ccas, reader)
        assert (told.is_administered, len(told.agreements)) == (True, 1)
        member = told.member(nurse.id)
        assert member is not None
        assert member.roles == (Role.CASEWORKER,)
    with pytest.raises(OrganisationUnknown):
        read_organisation(town.network.log, nurse.id, own)

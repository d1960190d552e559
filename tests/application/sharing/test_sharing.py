from uuid import UUID

import pytest

from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.close_pathway import ClosePathway, close_pathway
from application.sharing.declare_care_team import DeclareCareTeam, declare_care_team
from application.sharing.decline_invitation import DeclineInvitation, decline_invitation
from application.sharing.designate_referent import DesignateReferent, designate_referent
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from application.sharing.leave_circle import LeaveCircle, leave_circle
from application.sharing.reopen_pathway import ReopenPathway, reopen_pathway
from domain.access import Sight
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind, OrganisationUnknown
from domain.pathway.grounds.refusals import NotACareTeam, PersonNotInformed
from domain.pathway.grounds.words import TeamBasis
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.sharing.refusals import NotInCircle
from domain.pathway.sharing.words import ClosingReason, DeclineReason
from tests.application.network import Town
from tests.domain.pathway.people import CCAS


@pytest.fixture
def mediator(town: Town) -> Member:
    return town.enrolled(FOUNDER, Profession.MEDIATOR)


@pytest.fixture
def social_worker(town: Town) -> Member:
    ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    return town.enrolled(ccas, Profession.SOCIAL_WORKER)


@pytest.fixture
def pathway_id(town: Town, mediator: Member) -> UUID:
    return town.opened_by(mediator)


def invite(town: Town, pathway_id: UUID, whom: UUID, by: Member) -> None:
    town.informed(pathway_id, by)
    command = InviteOrganisation(pathway_id=pathway_id, organisation_id=whom, in_care_team=True)
    invite_organisation(town.network, command, by)


def test_an_invitation_makes_no_care_team_by_itself(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    ccas = social_worker.organisation_id
    command = InviteOrganisation(pathway_id=pathway_id, organisation_id=ccas)
    invite_organisation(town.network, command, mediator)
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)
    assert town.pathway(pathway_id).sharing.includes(ccas)
    assert not Sight(town.pathway(pathway_id), social_worker).of_anything()
    declaring = DeclareCareTeam(
        pathway_id=pathway_id, organisation_id=ccas, basis=TeamBasis.COORDINATION
    )
    with pytest.raises(PersonNotInformed):
        declare_care_team(town.network, declaring, mediator)
    town.informed(pathway_id, mediator)
    declare_care_team(town.network, declaring, mediator)
    assert Sight(town.pathway(pathway_id), social_worker).of_anything()


def test_nobody_is_invited_into_the_care_team_before_the_person_is_told(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    command = InviteOrganisation(
        pathway_id=pathway_id, organisation_id=social_worker.organisation_id, in_care_team=True
    )
    with pytest.raises(PersonNotInformed):
        invite_organisation(town.network, command, mediator)


@pytest.mark.parametrize(
    "kind",
    [
        OrganisationKind.HEALTH_INSURANCE,
        OrganisationKind.LOCAL_AUTHORITY,
        OrganisationKind.STATE_SERVICE,
        OrganisationKind.EMERGENCY_HOUSING_LINE,
        OrganisationKind.OTHER,
    ],
)
def test_who_takes_no_part_in_care_is_never_of_the_care_team(
    town: Town, pathway_id: UUID, mediator: Member, kind: OrganisationKind
) -> None:
    with pytest.raises(NotACareTeam):
        invite(town, pathway_id, town.partner("Caisse des Monts", kind), mediator)


def test_who_is_there_discreetly_is_declared_discreetly(
    town: Town, pathway_id: UUID, mediator: Member
) -> None:
    centre = town.partner("Centre des Sources", OrganisationKind.HEALTH_STRUCTURE)
    nurse = town.enrolled(centre, Profession.NURSE)
    doctor = town.enrolled(FOUNDER, Profession.DOCTOR, name="Abel Testa")
    town.informed(pathway_id, mediator)
    inviting = InviteOrganisation(
        pathway_id=pathway_id, organisation_id=centre, data_class=DataClass.HEALTH
    )
    invite_organisation(town.network, inviting, doctor)
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), nurse)
    declaring = DeclareCareTeam(
        pathway_id=pathway_id, organisation_id=centre, basis=TeamBasis.COORDINATION
    )
    with pytest.raises(NotInCircle):
        declare_care_team(town.network, declaring, mediator)
    declare_care_team(town.network, declaring, doctor)
    declared = town.network.log.stream(pathway_id)[-1]
    assert declared.fact.data_class is DataClass.HEALTH
    assert Sight(town.pathway(pathway_id), mediator).of(declared) is None


def test_an_invited_organisation_sees_the_pathway_once_it_accepts(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    invite(town, pathway_id, social_worker.organisation_id, mediator)
    assert not Sight(town.pathway(pathway_id), social_worker).of_anything()
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)
    assert Sight(town.pathway(pathway_id), social_worker).of_anything()


def test_an_invited_organisation_may_decline(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    invite(town, pathway_id, social_worker.organisation_id, mediator)
    declining = DeclineInvitation(pathway_id=pathway_id, reason=DeclineReason.NO_CAPACITY)
    decline_invitation(town.network, declining, social_worker)
    assert not town.pathway(pathway_id).sharing.includes(social_worker.organisation_id)
    with pytest.raises(PathwayNotOpened):
        accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)


def test_who_was_not_invited_is_told_nothing_even_that_it_exists(
    town: Town, pathway_id: UUID, social_worker: Member
) -> None:
    with pytest.raises(PathwayNotOpened):
        accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)
    with pytest.raises(PathwayNotOpened):
        close_pathway(
            town.network,
            ClosePathway(pathway_id=pathway_id, reason=ClosingReason.MOVED),
            social_worker,
        )
    with pytest.raises(PathwayNotOpened):
        accept_invitation(town.network, AcceptInvitation(pathway_id=CCAS), social_worker)


def test_only_partners_of_the_network_are_invited(
    town: Town, pathway_id: UUID, mediator: Member
) -> None:
    with pytest.raises(OrganisationUnknown):
        invite(town, pathway_id, CCAS, mediator)
    unsigned = town.partner("Accueil des Monts", OrganisationKind.SHELTER, signs=False)
    with pytest.raises(NoAgreementInForce):
        invite(town, pathway_id, unsigned, mediator)


def test_a_discreet_part_is_seen_by_those_with_a_ground_only(
    town: Town, pathway_id: UUID, mediator: Member
) -> None:
    centre = town.partner("Centre des Sources", OrganisationKind.HEALTH_STRUCTURE)
    nurse = town.enrolled(centre, Profession.NURSE)
    colleague = town.enrolled(FOUNDER, Profession.MEDIATOR, name="Marin Testa")
    command = InviteOrganisation(
        pathway_id=pathway_id,
        organisation_id=centre,
        data_class=DataClass.HEALTH,
        in_care_team=True,
    )
    town.informed(pathway_id, mediator)
    invite_organisation(town.network, command, mediator)
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), nurse)
    events = town.network.log.stream(pathway_id)
    seen = [
        len(Sight(town.pathway(pathway_id), viewer).visible(events))
        for viewer in (nurse, mediator, colleague)
    ]
    assert seen == [4, 3, 2]  # the mediator sees whom they invited; their colleague, neither


def test_each_organisation_closes_its_own_follow_up(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    invite(town, pathway_id, social_worker.organisation_id, mediator)
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)
    closing = ClosePathway(pathway_id=pathway_id, reason=ClosingReason.EFFECTIVE_RELAY)
    close_pathway(town.network, closing, mediator)
    assert not town.pathway(pathway_id).sharing.is_closed
    closing = ClosePathway(pathway_id=pathway_id, reason=ClosingReason.AUTONOMY)
    close_pathway(town.network, closing, social_worker)
    assert town.pathway(pathway_id).sharing.is_closed
    reopen_pathway(town.network, ReopenPathway(pathway_id=pathway_id), mediator)
    assert not town.pathway(pathway_id).sharing.is_closed


def test_a_referent_is_designated_and_an_organisation_leaves(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    invite(town, pathway_id, social_worker.organisation_id, mediator)
    accept_invitation(town.network, AcceptInvitation(pathway_id=pathway_id), social_worker)
    designation = DesignateReferent(pathway_id=pathway_id, referent_id=social_worker.id)
    designate_referent(town.network, designation, social_worker)
    sharing = town.pathway(pathway_id).sharing
    assert sharing.referents[social_worker.organisation_id] == social_worker.id
    leave_circle(town.network, LeaveCircle(pathway_id=pathway_id), social_worker)
    with pytest.raises(PathwayNotOpened):
        designate_referent(
            town.network,
            DesignateReferent(pathway_id=pathway_id, referent_id=social_worker.id),
            social_worker,
        )


def test_a_referent_works_in_the_organisation_that_designates_them(
    town: Town, pathway_id: UUID, mediator: Member, social_worker: Member
) -> None:
    with pytest.raises(MemberUnknown):
        designate_referent(
            town.network,
            DesignateReferent(pathway_id=pathway_id, referent_id=social_worker.id),
            mediator,
        )

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.referrals.accept_referral import AcceptReferral, accept_referral
from application.referrals.cancel_referral import CancelReferral, cancel_referral
from application.referrals.chase_referral import ChaseReferral, chase_referral
from application.referrals.complete_referral import CompleteReferral, complete_referral
from application.referrals.declare_relay_effective import (
    DeclareRelayEffective,
    declare_relay_effective,
)
from application.referrals.draft_referral import DraftReferral, draft_referral
from application.referrals.expire_referral import ExpireReferral, expire_referral
from application.referrals.fail_referral import FailReferral, fail_referral
from application.referrals.hold_referral import HoldReferral, hold_referral
from application.referrals.record_return_after_relay import (
    RecordReturnAfterRelay,
    record_return_after_relay,
)
from application.referrals.reject_referral import RejectReferral, reject_referral
from application.referrals.request_referral import RequestReferral, request_referral
from application.referrals.start_referral import StartReferral, start_referral
from application.referrals.withdraw_referral import WithdrawReferral, withdraw_referral
from domain.access import Sight
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind, OrganisationUnknown
from domain.pathway.grounds.refusals import SocialConsentMissing
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.referrals.refusals import ReferralAlreadyAnswered
from domain.pathway.referrals.words import (
    Ask,
    CancellationReason,
    ErrorReason,
    FailureReason,
    HoldReason,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
)
from tests.application.network import NOON, Town
from tests.domain.pathway.people import CCAS


class Case:
    """A mediator, a social worker, and a pathway that the first one opened."""

    def __init__(self, town: Town) -> None:
        self.town = town
        ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
        self.mediator = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.social_worker = town.enrolled(ccas, Profession.SOCIAL_WORKER)
        self.pathway_id = town.opened_by(self.mediator)
        town.consented(self.pathway_id, ccas, by=self.mediator)
        self.ask = Ask(service=Service.DOMICILIATION, target_id=ccas)

    def requested(self, ask: Ask | None = None, draft_id: UUID | None = None) -> dict[str, Any]:
        command = RequestReferral(
            pathway_id=self.pathway_id, ask=ask or self.ask, draft_id=draft_id, at=NOON
        )
        request_referral(self.town.network, command, self.mediator)
        return {"pathway_id": self.pathway_id, "referral_id": command.referral_id}

    def referral(self, about: dict[str, Any]) -> Referral:
        return self.town.pathway(self.pathway_id).referrals.by_id[about["referral_id"]]


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_what_is_asked_of_an_organisation_lets_it_in_at_once(case: Case) -> None:
    with pytest.raises(PathwayNotOpened):
        accept_referral(
            case.town.network,
            AcceptReferral(pathway_id=case.pathway_id, referral_id=uuid4()),
            case.social_worker,
        )
    about = case.requested()
    assert Sight(case.town.pathway(case.pathway_id), case.social_worker).of_anything()
    recorded = case.town.network.log.stream(case.pathway_id)
    assert [event.fact.topic for event in recorded] == [
        "pathway-opened",
        "sharing-consent-given",
        "referral-requested",
        "organisation-joined",
    ]
    assert len({event.command_id for event in recorded}) == 3
    assert case.referral(about).state is ReferralState.REQUESTED


def test_who_is_in_the_circle_does_not_join_again(case: Case) -> None:
    case.requested()
    case.requested()
    topics = [event.fact.topic for event in case.town.network.log.stream(case.pathway_id)]
    assert topics.count("organisation-joined") == 1


def test_who_is_brought_in_by_a_sensitive_referral_is_there_discreetly(case: Case) -> None:
    centre = case.town.partner("Centre des Sources", OrganisationKind.HEALTH_STRUCTURE)
    case.town.consented(case.pathway_id, centre, DataClass.HEALTH, by=case.mediator)
    case.requested(Ask(service=Service.ADDICTION_CARE, target_id=centre))
    participation = case.town.pathway(case.pathway_id).sharing.circle[centre]
    assert participation.data_class is DataClass.HEALTH


def test_who_may_not_see_a_discreet_part_cannot_tell_it_by_asking(case: Case) -> None:
    centre = case.town.partner("Centre des Sources", OrganisationKind.HEALTH_STRUCTURE)
    newcomer = case.town.partner("Épicerie du Bourg", OrganisationKind.ASSOCIATION)
    colleague = case.town.enrolled(FOUNDER, Profession.MEDIATOR, name="Marin Testa")
    case.town.consented(case.pathway_id, centre, DataClass.HEALTH, by=case.mediator)
    case.requested(Ask(service=Service.ADDICTION_CARE, target_id=centre))

    def told_by_asking(whom: UUID) -> list[str]:
        before = seen_by(colleague)
        ask = Ask(service=Service.FOOD_AID, target_id=whom)
        asking = RequestReferral(pathway_id=case.pathway_id, ask=ask)
        request_referral(case.town.network, asking, colleague)
        return seen_by(colleague)[len(before) :]

    def seen_by(viewer: Member) -> list[str]:
        sight = Sight(case.town.pathway(case.pathway_id), viewer)
        events = sight.visible(case.town.network.log.stream(case.pathway_id))
        return [event.fact.topic for event in events]

    for whom in (centre, newcomer):
        with pytest.raises(SocialConsentMissing):
            told_by_asking(whom)
        case.town.consented(case.pathway_id, whom, DataClass.SOCIAL, by=colleague)
    assert told_by_asking(centre) == told_by_asking(newcomer)


def test_only_partners_of_the_network_are_asked(case: Case) -> None:
    with pytest.raises(OrganisationUnknown):
        case.requested(Ask(service=Service.HOUSING, target_id=CCAS))
    unsigned = case.town.partner("Accueil des Monts", OrganisationKind.SHELTER, signs=False)
    with pytest.raises(NoAgreementInForce):
        case.requested(Ask(service=Service.HOUSING, target_id=unsigned))


def test_an_outside_service_joins_nothing_and_the_asker_relays_its_answer(case: Case) -> None:
    about = case.requested(Ask(service=Service.FOOD_AID, outside_service="Épicerie du Bourg"))
    assert set(case.town.pathway(case.pathway_id).sharing.circle) == {FOUNDER}
    accept_referral(case.town.network, AcceptReferral(**about), case.mediator)
    assert case.referral(about).state is ReferralState.ACCEPTED


def test_a_draft_is_sent_under_its_own_id(case: Case) -> None:
    drafting = DraftReferral(pathway_id=case.pathway_id, ask=case.ask)
    draft_referral(case.town.network, drafting, case.mediator)
    again = DraftReferral(pathway_id=case.pathway_id, ask=case.ask, draft_id=drafting.referral_id)
    draft_referral(case.town.network, again, case.mediator)
    assert not case.town.pathway(case.pathway_id).sharing.includes(
        case.social_worker.organisation_id
    )
    about = case.requested(draft_id=drafting.referral_id)
    assert about["referral_id"] == drafting.referral_id
    assert case.referral(about).state is ReferralState.REQUESTED


def test_a_referral_is_carried_out_and_known_to_have_served_or_not(case: Case) -> None:
    network, target, about = case.town.network, case.social_worker, case.requested()
    chase_referral(network, ChaseReferral(**about), None)
    chase_referral(network, ChaseReferral(**about), case.mediator)
    accept_referral(network, AcceptReferral(**about), target)
    start_referral(network, StartReferral(**about), target)
    hold_referral(network, HoldReferral(**about, reason=HoldReason.WAITING_LIST), target)
    assert case.referral(about).state is ReferralState.ON_HOLD
    start_referral(network, StartReferral(**about), target)
    complete_referral(network, CompleteReferral(**about), target)
    effective = DeclareRelayEffective(**about, effect=RelayEffect.RIGHT_USED)
    declare_relay_effective(network, effective, target)
    record_return_after_relay(network, RecordReturnAfterRelay(**about), case.mediator)
    referral = case.referral(about)
    assert referral.state is ReferralState.COMPLETED
    assert referral.effect is RelayEffect.RIGHT_USED
    assert referral.returned_at is not None
    assert referral.last_chased_at is not None


def test_a_referral_ends_in_other_ways(case: Case) -> None:
    network, target = case.town.network, case.social_worker
    rejected, failed, cancelled, in_error, expired = (case.requested() for _ in range(5))
    reject_referral(
        network,
        RejectReferral(
            **rejected,
            refused_by=RefusedBy.SERVICE,
            reason=RejectionReason.ASSESSMENT_REQUIRED,
        ),
        target,
    )
    accept_referral(network, AcceptReferral(**failed), target)
    fail_referral(
        network,
        FailReferral(**failed, refused_by=RefusedBy.PERSON, reason=FailureReason.PERSON_DECLINED),
        target,
    )
    cancel_referral(
        network,
        CancelReferral(**cancelled, refused_by=None, reason=CancellationReason.SOLVED_OTHERWISE),
        target,
    )
    withdraw_referral(
        network, WithdrawReferral(**in_error, reason=ErrorReason.TWICE), case.mediator
    )
    april = datetime(2026, 4, 10, tzinfo=UTC)
    expire_referral(network, ExpireReferral(**expired, after_days=30, at=april))
    assert [
        case.referral(about).state for about in (rejected, failed, cancelled, in_error, expired)
    ] == [
        ReferralState.REJECTED,
        ReferralState.FAILED,
        ReferralState.CANCELLED,
        ReferralState.ENTERED_IN_ERROR,
        ReferralState.EXPIRED,
    ]


def test_an_answer_given_twice_is_the_first_answer(case: Case) -> None:
    about = case.requested()
    command = AcceptReferral(**about)
    first = accept_referral(case.town.network, command, case.social_worker)
    again = accept_referral(case.town.network, command, case.social_worker)
    assert again.repeated
    assert again.position == first.position
    with pytest.raises(ReferralAlreadyAnswered):
        accept_referral(case.town.network, AcceptReferral(**about), case.social_worker)

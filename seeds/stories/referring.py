"""Referring somebody to common law, and what becomes of it."""

from datetime import datetime
from uuid import UUID

from application.referrals.accept_referral import AcceptReferral, accept_referral
from application.referrals.cancel_referral import CancelReferral, cancel_referral
from application.referrals.chase_referral import ChaseReferral, chase_referral
from application.referrals.complete_referral import CompleteReferral, complete_referral
from application.referrals.declare_relay_effective import (
    DeclareRelayEffective,
    declare_relay_effective,
)
from application.referrals.fail_referral import FailReferral, fail_referral
from application.referrals.hold_referral import HoldReferral, hold_referral
from application.referrals.record_return_after_relay import (
    RecordReturnAfterRelay,
    record_return_after_relay,
)
from application.referrals.reject_referral import RejectReferral, reject_referral
from application.referrals.request_referral import RequestReferral, request_referral
from application.referrals.start_referral import StartReferral, start_referral
from domain.members import Member
from domain.pathway.referrals.words import (
    Ask,
    CancellationReason,
    FailureReason,
    HoldReason,
    Message,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
    Urgency,
)
from seeds.stories.agreeing import agree
from seeds.stories.fitting import those_fitting
from seeds.stories.story import Story
from seeds.stories.words import words

EFFECTS = {
    RelayEffect.RIGHT_USED: 5,
    RelayEffect.APPOINTMENT_ATTENDED: 4,
    RelayEffect.REFERENT_TAKEN_OVER: 2,
}
REJECTIONS = {
    RejectionReason.NO_CAPACITY: 5,
    RejectionReason.OUTSIDE_AREA: 2,
    RejectionReason.MISSING_DOCUMENT: 2,
    RejectionReason.NO_LINK_WITH_COMMUNE: 1,
    RejectionReason.PERSON_DECLINED: 1,
}
FAILURES = {
    FailureReason.NO_SHOW: 4,
    FailureReason.CONTACT_LOST: 3,
    FailureReason.PERSON_DECLINED: 2,
    FailureReason.RIGHT_REFUSED: 2,
}
CANCELLATIONS = {
    CancellationReason.SOLVED_OTHERWISE: 3,
    CancellationReason.NO_LONGER_NEEDED: 3,
    CancellationReason.PERSON_DECLINED: 1,
}


def refer(story: Story, at: datetime) -> datetime:
    """Ask another organisation of the network, or outside it, to act."""
    ask = _ask(story, at)
    asking = story.colleague(ask.class_of_content())
    at = agree(story, at, ask)
    referral = story.tell(request_referral, RequestReferral, at, asking, ask=ask)
    if ask.target_id is not None:
        story.circle.setdefault(ask.target_id, at)
    answering = _answering(story, ask, asking)
    if story.chance.happens(0.25):
        at = story.later(at, 10, 16)
        story.tell(chase_referral, ChaseReferral, at, asking, referral_id=referral.referral_id)
    return _answer(story, story.later(at, 1, 9), referral.referral_id, answering)


def _ask(story: Story, at: datetime) -> Ask:
    network, chance = story.network, story.chance
    here = network.services.keys()
    own = {service for service in here if _house_of(story, service) == story.lead.id}
    others = sorted(here - own | network.outside.keys())
    service = chance.choice(those_fitting(story, others, at))
    message = Message(text=chance.choice(words("referrals", "asked")))
    return Ask(
        service=service,
        target_id=_house_of(story, service),
        outside_service=network.outside.get(service),
        urgency=chance.among({Urgency.ROUTINE: 7, Urgency.SOON: 2, Urgency.URGENT: 1}),
        message=message if chance.happens(0.6) else None,
    )


def _house_of(story: Story, service: Service) -> UUID | None:
    key = story.network.services.get(service)
    return story.team.houses[key].id if key else None


def _answering(story: Story, ask: Ask, asking: Member) -> Member:
    """Somebody of the organisation asked; who asked relays the answer of an outside service."""
    if ask.target_id is None:
        return asking
    house = story.team.house(ask.target_id)
    return house.somebody(story.chance, ask.class_of_content())


def _answer(story: Story, at: datetime, referral_id: UUID, by: Member) -> datetime:
    turn = story.chance.among({"accept": 80, "reject": 13, "cancel": 7})
    if turn != "accept":
        _leaves(story, by)
    if turn == "reject":
        reason = story.chance.among(REJECTIONS)
        declined = reason is RejectionReason.PERSON_DECLINED
        refused = RefusedBy.PERSON if declined else RefusedBy.SERVICE
        said = {"referral_id": referral_id, "reason": reason, "refused_by": refused}
        story.tell(reject_referral, RejectReferral, at, by, **said)
    elif turn == "cancel":
        why = story.chance.among(CANCELLATIONS)
        declined = why is CancellationReason.PERSON_DECLINED
        said = {"reason": why, "refused_by": RefusedBy.PERSON if declined else None}
        story.tell(cancel_referral, CancelReferral, at, by, referral_id=referral_id, **said)
    else:
        story.tell(accept_referral, AcceptReferral, at, by, referral_id=referral_id)
        at = _work(story, story.later(at, 2, 14), referral_id, by)
    return at


def _work(story: Story, at: datetime, referral_id: UUID, by: Member) -> datetime:
    about = {"referral_id": referral_id}
    story.tell(start_referral, StartReferral, at, by, **about)
    if story.chance.happens(0.2):
        at = story.later(at, 2, 10)
        reason = story.chance.choice([HoldReason.WAITING_LIST, HoldReason.MISSING_DOCUMENT])
        story.tell(hold_referral, HoldReferral, at, by, reason=reason, **about)
        at = story.later(at, 7, 40)
        story.tell(start_referral, StartReferral, at, by, **about)
    at = story.later(at, 5, 45)
    if story.chance.happens(0.15):
        why = story.chance.among(FAILURES)
        refused = {
            FailureReason.PERSON_DECLINED: RefusedBy.PERSON,
            FailureReason.RIGHT_REFUSED: RefusedBy.SERVICE,
        }.get(why)
        story.tell(fail_referral, FailReferral, at, by, reason=why, refused_by=refused, **about)
        _leaves(story, by)
        return at
    story.tell(complete_referral, CompleteReferral, at, by, **about)
    return _relay(story, at, referral_id)


def _relay(story: Story, at: datetime, referral_id: UUID) -> datetime:
    """Whether common law took over, and whether the person came back all the same."""
    about = {"referral_id": referral_id}
    if story.chance.happens(0.7):
        at = story.later(at, 5, 40)
        effect = story.chance.among(EFFECTS)
        story.tell(declare_relay_effective, DeclareRelayEffective, at, effect=effect, **about)
        if story.chance.happens(0.1):
            at = story.later(at, 20, 120)
            story.tell(record_return_after_relay, RecordReturnAfterRelay, at, **about)
    return at


def _leaves(story: Story, by: Member) -> None:
    """Whoever was asked for nothing takes part no more; who relays an outside service does."""
    if by.organisation_id != story.lead.id:
        story.circle.pop(by.organisation_id, None)

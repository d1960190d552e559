from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from application.views.count_referrals import count_referrals
from application.views.pages import PageAsked
from application.views.read_referrals import read_referrals
from application.views.referrals import Box, ReferralFilter
from domain.data_classes import DataClass
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralCompleted,
    ReferralDrafted,
)
from domain.pathway.referrals.referral import AT_WORK, REQUESTED, ReferralState
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.sharing.facts import OrganisationLeft
from tests.domain.pathway.people import CCAS, MARCH_4, MARCH_5, REFERRAL, RELAIS
from tests.infrastructure.views.scene import (
    ABEL,
    AWA,
    DINA,
    INES,
    ROSE,
    Scene,
    joined,
    opened,
    requested,
)

ACCEPTED = ReferralAccepted(
    occurred_at=MARCH_5 + timedelta(days=1), referral_id=REFERRAL, accepted_by=CCAS
)
COMPLETED = ReferralCompleted(
    occurred_at=MARCH_5 + timedelta(days=9), referral_id=REFERRAL, completed_by=CCAS
)


def test_a_referral_is_in_the_box_of_each_side(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"), joined(CCAS), requested(REFERRAL))
    scene.project()
    (sent,), (received,) = scene.box(INES, Box.OUTBOX), scene.box(ROSE, Box.INBOX)
    assert sent.row.other_id == CCAS
    assert received.row.other_id == RELAIS
    assert received.row.service is Service.DOMICILIATION
    assert received.person
    assert received.person.called == "Awa"
    assert scene.box(INES, Box.INBOX) == scene.box(ROSE, Box.OUTBOX) == ()


def test_it_tells_whose_turn_it_is_and_since_when(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL), ACCEPTED)
    scene.project()
    (sent,) = scene.box(INES, Box.OUTBOX)
    assert sent.row.holder_id == CCAS
    assert (sent.row.state, sent.row.since) == (ReferralState.ACCEPTED, ACCEPTED.occurred_at)


def test_what_is_over_leaves_the_open_ones(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL), ACCEPTED, COMPLETED)
    scene.project()
    assert scene.box(ROSE, Box.INBOX) == ()
    (over,) = scene.box(ROSE, Box.INBOX, is_open=False)
    assert (over.row.state, over.row.holder_id) == (ReferralState.COMPLETED, None)


def test_a_draft_is_in_no_inbox(scene: Scene) -> None:
    draft = ReferralDrafted(
        occurred_at=MARCH_5,
        referral_id=REFERRAL,
        requested_by=RELAIS,
        target_id=CCAS,
        service=Service.HOUSING,
        urgency=Urgency.ROUTINE,
    )
    scene.tell(AWA, opened(), joined(CCAS), draft)
    scene.project()
    assert scene.box(ROSE, Box.INBOX) == ()
    (own,) = scene.box(INES, Box.OUTBOX)
    assert (own.row.state, own.row.holder_id) == (ReferralState.DRAFT, RELAIS)


def test_who_may_not_see_the_class_sees_no_referral(scene: Scene) -> None:
    health = requested(REFERRAL, data_class=DataClass.HEALTH)
    scene.tell(AWA, opened(), joined(CCAS))
    scene.tell(AWA, health, by=ABEL)
    scene.project()
    assert len(scene.box(ABEL, Box.OUTBOX)) == 1
    assert scene.box(INES, Box.OUTBOX) == ()


def test_neither_outside_the_circle_nor_on_another_side(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), joined(DINA.organisation_id), requested(REFERRAL))
    scene.project()
    assert scene.box(DINA, Box.INBOX) == scene.box(DINA, Box.OUTBOX) == ()
    scene.tell(AWA, OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS))
    scene.project()
    assert scene.box(ROSE, Box.INBOX) == ()


def test_the_longest_waiting_comes_first_page_after_page(scene: Scene) -> None:
    asked = [requested(UUID(int=n), at=MARCH_4 + timedelta(days=n % 3)) for n in range(1, 6)]
    scene.tell(AWA, opened(), joined(CCAS), *asked)
    scene.project()
    seen, page = list[int](), PageAsked(size=2)
    while True:
        found = read_referrals(
            scene.network, scene.views, ROSE, wanted=ReferralFilter(Box.INBOX), page=page
        )
        seen += [entry.row.referral_id.int for entry in found.entries]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == [3, 1, 4, 2, 5]


def test_those_in_some_states_may_be_asked_for_alone(scene: Scene) -> None:
    waiting = uuid4()
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL), requested(waiting), ACCEPTED)
    scene.project()
    for states, found in ((REQUESTED, waiting), (AT_WORK, REFERRAL)):
        wanted = ReferralFilter(Box.INBOX, states=states)
        page = read_referrals(scene.network, scene.views, ROSE, wanted=wanted)
        assert [entry.row.referral_id for entry in page.entries] == [found]


def test_one_that_was_answered_since_is_not_asked_for_any_longer(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), requested(REFERRAL))
    scene.project()
    assert count_referrals(scene.network, scene.views, ROSE) == (1, False)
    scene.tell(AWA, ACCEPTED)
    assert count_referrals(scene.network, scene.views, ROSE) == (0, False)

"""A referral that is about to expire: whoever coordinates where it was asked may still call."""

from dataclasses import replace
from datetime import UTC
from uuid import UUID

import pytest

from application.referrals.cancel_referral import CancelReferral, cancel_referral
from application.referrals.request_referral import RequestReferral, request_referral
from application.reminders.ports import DueState
from application.reminders.preview_rules import preview_rules
from domain.members import Profession, Role
from domain.organisation.organisation import FOUNDER
from domain.pathway.referrals.words import Ask, CancellationReason, Service
from domain.reminders.rules import Audience
from domain.wall_time import WallTime
from seeds.rules.shipped import shipped_reminder_rules
from tests.application.inbox.scene import Scene
from tests.domain.reminders.packs import PACK

SHIPPED = shipped_reminder_rules()
RULES = tuple(rule for rule in SHIPPED.rules if rule.to is Audience.COORDINATOR)
TO_COORDINATORS = SHIPPED.model_copy(update={"rules": RULES})


@pytest.fixture
def scene() -> Scene:
    scene = Scene()
    scene.house.reminding = replace(scene.house.reminding, pack=TO_COORDINATORS)
    return scene


def refer(scene: Scene) -> UUID:
    ask = Ask(service=Service.DOMICILIATION, outside_service="CCAS de la Combe")
    command = RequestReferral(pathway_id=scene.awa, ask=ask)
    request_referral(scene.house.network, command, scene.ines)
    scene.house.plan()
    return command.referral_id


def at_its_moment(scene: Scene) -> list[DueState]:
    (kept,) = scene.house.rows.kept.values()
    moment = kept.row.due_at.astimezone(UTC).replace(tzinfo=None)
    return scene.house.work(WallTime(wall=moment, zone="UTC"))


def test_whoever_coordinates_and_may_know_of_it_is_told(scene: Scene) -> None:
    roles = Role.CASEWORKER, Role.COORDINATOR
    both = scene.town.enrolled(FOUNDER, Profession.SOCIAL_WORKER, *roles)
    scene.town.enrolled(FOUNDER, Profession.SOCIAL_WORKER, Role.COORDINATOR, name="Ode Testa")
    referral = refer(scene)
    assert at_its_moment(scene) == [DueState.SENT]
    (item,) = scene.items
    assert (item.member_id, item.cause_id) == (both.id, referral)
    assert item.rule_id == "referral-about-to-expire"


def test_a_referral_that_is_not_needed_any_more_is_told_to_nobody(scene: Scene) -> None:
    scene.town.enrolled(FOUNDER, Profession.SOCIAL_WORKER, Role.CASEWORKER, Role.COORDINATOR)
    referral = refer(scene)
    command = CancelReferral(
        pathway_id=scene.awa,
        referral_id=referral,
        reason=CancellationReason.NO_LONGER_NEEDED,
        refused_by=None,
    )
    cancel_referral(scene.house.network, command, scene.ines)
    assert at_its_moment(scene) == [DueState.SUPPRESSED]
    assert scene.items == []


def test_its_preview_counts_what_it_would_tell(scene: Scene) -> None:
    refer(scene)
    scene.house.reminding = replace(scene.house.reminding, pack=PACK)
    found = preview_rules(scene.house.reminding, TO_COORDINATORS, report=lambda _: None)
    counts = {one.rule_id: (one.present.count, one.proposed.count) for one in found}
    assert counts["referral-about-to-expire"] == (0, 1)

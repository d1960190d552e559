"""What ended without a fact is told too: nobody knows whether it left, so somebody calls."""

from datetime import timedelta

import pytest

from application.inbox.ports import InboxKind
from application.inbox.tell_members import KEPT
from application.inbox.tell_unsettled import tell_unsettled
from application.reminders.ports import DueState
from domain.reminders.rules import Audience
from tests.application.inbox.scene import Scene
from tests.application.inbox.test_tell_members import THE_DAY_BEFORE, booked


@pytest.fixture
def scene() -> Scene:
    scene = Scene()
    booked(scene)
    return scene


def ended(scene: Scene, state: DueState) -> None:
    for kept in scene.house.rows.kept.values():
        kept.end(state, "cut", THE_DAY_BEFORE.instant)


@pytest.mark.parametrize(
    ("state", "kind"),
    [(DueState.UNCERTAIN, InboxKind.CALL), (DueState.DEAD, InboxKind.NOT_DELIVERED)],
)
def test_the_referent_is_told_of_it_once(scene: Scene, state: DueState, kind: InboxKind) -> None:
    ended(scene, state)
    assert tell_unsettled(scene.telling, scene.house.rows) == 1
    assert tell_unsettled(scene.telling, scene.house.rows) == 0
    (item,) = scene.items
    assert (item.kind, item.member_id) == (kind, scene.ines.id)


def test_what_a_fact_told_is_not_told_again(scene: Scene) -> None:
    scene.house.work(THE_DAY_BEFORE)
    scene.follow()
    ended(scene, DueState.UNCERTAIN)
    assert tell_unsettled(scene.telling, scene.house.rows) == 0
    assert len(scene.items) == 1


def test_what_is_on_its_way_is_nobodys_to_see_to(scene: Scene) -> None:
    assert tell_unsettled(scene.telling, scene.house.rows) == 0


def test_what_is_for_members_is_not_to_be_called(scene: Scene) -> None:
    scene.follow_up(scene.ines)
    scene.house.plan()
    to_members = {
        due_id: kept
        for due_id, kept in scene.house.rows.kept.items()
        if kept.row.audience is Audience.REFERENT
    }
    assert to_members
    scene.house.rows.kept = to_members
    ended(scene, DueState.UNCERTAIN)
    assert tell_unsettled(scene.telling, scene.house.rows) == 0


def test_what_is_long_over_is_left_alone(scene: Scene) -> None:
    (kept,) = scene.house.rows.kept.values()
    kept.end(DueState.UNCERTAIN, "cut", scene.house.network.clock() - KEPT - timedelta(days=1))
    assert tell_unsettled(scene.telling, scene.house.rows) == 0

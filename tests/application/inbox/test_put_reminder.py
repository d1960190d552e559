"""What is recalled to members reaches those who may know it, at the moment it is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from application.follow_up.record_follow_up import RecordFollowUp, record_follow_up
from application.inbox.ports import Inbox, InboxItem, InboxKind
from application.organisations.end_membership import EndMembership, end_membership
from application.reminders.ports import DueState
from application.sharing.designate_referent import DesignateReferent, designate_referent
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.members import Profession, Role
from domain.organisation.organisation import FOUNDER
from domain.pathway.follow_up import Mode
from domain.pathway.reminders import Channel, ReminderSent
from domain.reminders.rules import Audience
from tests.application.inbox.scene import DAY, Scene
from tests.application.reminders.house import House, at
from tests.domain.reminders.packs import FOLLOW_UP, PACK
from tests.fakes.event_log import EventLogInMemory
from tests.fakes.inbox import InboxInMemory
from tests.fakes.postbox import Killed


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_a_follow_up_is_recalled_to_the_referent(scene: Scene) -> None:
    follow_up = scene.follow_up(scene.ines)
    assert scene.recall() == [DueState.SENT]
    (item,) = scene.items
    assert (item.member_id, item.organisation_id) == (scene.ines.id, FOUNDER)
    assert (item.kind, item.cause, item.cause_id) == (InboxKind.REMINDER, "follow_up", follow_up)
    (sent,) = scene.house.outcomes()
    assert isinstance(sent, ReminderSent)
    assert (sent.channel, sent.due_id) == (Channel.INBOX, item.due_id)
    assert scene.house.postbox.letters == []


def test_whoever_is_to_do_it_is_told_rather_than_the_referent(scene: Scene) -> None:
    scene.follow_up(scene.ines, with_=scene.maud)
    assert scene.recall() == [DueState.SENT]
    assert scene.addressees() == [scene.maud.id]


def test_the_referent_is_the_one_of_the_moment(scene: Scene) -> None:
    scene.follow_up(scene.ines)
    designating = DesignateReferent(pathway_id=scene.awa, referent_id=scene.maud.id)
    designate_referent(scene.house.network, designating, scene.ines)
    scene.recall()
    assert scene.addressees() == [scene.maud.id]


def test_what_the_referent_may_not_know_is_left_to_whoever_may(scene: Scene) -> None:
    scene.follow_up(scene.maud, of=DataClass.HEALTH)
    assert scene.recall() == [DueState.SENT]
    assert scene.addressees() == [None]


def test_where_nobody_may_know_of_it_nobody_is_told_and_nothing_says_so(scene: Scene) -> None:
    scene.follow_up(scene.maud, of=DataClass.HEALTH)
    leaving = EndMembership(organisation_id=FOUNDER, membership_id=scene.maud.id)
    end_membership(scene.house.network, leaving, scene.town.administrator)
    assert scene.recall() == [DueState.SUPPRESSED]
    assert (scene.items, scene.house.outcomes()) == ([], [])
    (row,) = scene.house.rows.kept.values()
    assert row.reason == "no_ground"


def test_a_referent_who_left_leaves_it_to_whoever_may_know(scene: Scene) -> None:
    scene.follow_up(scene.ines)
    leaving = EndMembership(organisation_id=FOUNDER, membership_id=scene.ines.id)
    end_membership(scene.house.network, leaving, scene.town.administrator)
    assert scene.recall() == [DueState.SENT]
    assert scene.addressees() == [None]


def test_coordinators_are_told_where_they_may_know_it(scene: Scene) -> None:
    to_coordinators = FOLLOW_UP.model_copy(update={"to": Audience.COORDINATOR})
    pack = PACK.model_copy(update={"rules": (to_coordinators,)})
    scene.house.reminding = replace(scene.house.reminding, pack=pack)
    roles = Role.CASEWORKER, Role.COORDINATOR
    both = scene.town.enrolled(FOUNDER, Profession.SOCIAL_WORKER, *roles)
    scene.town.enrolled(FOUNDER, Profession.SOCIAL_WORKER, Role.COORDINATOR, name="Ode Testa")
    scene.follow_up(scene.ines)
    assert scene.recall() == [DueState.SENT]
    assert scene.addressees() == [both.id]


def test_what_was_done_meanwhile_is_recalled_to_nobody(scene: Scene) -> None:
    follow_up = scene.follow_up(scene.ines)
    scene.house.plan()
    doing = RecordFollowUp(pathway_id=scene.awa, follow_up_id=follow_up, mode=Mode.PHONE)
    record_follow_up(scene.house.network, doing, scene.ines)
    assert scene.house.work(DAY) == [DueState.SUPPRESSED]
    assert (scene.items, scene.house.outcomes()) == ([], [])


class KilledOncePut(InboxInMemory):
    """Whoever puts the first item is killed before anything is recorded."""

    def put(self, *items: InboxItem) -> None:
        first = not self.items
        super().put(*items)
        if first:
            raise Killed


def test_a_worker_killed_once_it_was_put_puts_it_once(scene: Scene) -> None:
    inbox = KilledOncePut()
    _with_inbox(scene, inbox)
    scene.follow_up(scene.ines)
    with pytest.raises(Killed):
        scene.recall()
    assert (len(inbox.items), scene.house.outcomes()) == (1, [])
    assert scene.house.work(at(11)) == [DueState.SENT]
    assert (len(inbox.items), len(scene.house.outcomes())) == (1, 1)


def _with_inbox(scene: Scene, inbox: Inbox) -> None:
    scene.house.reminding = replace(scene.house.reminding, inbox=inbox)


class MovesOnceRead(EventLogInMemory):
    """Something happens to the pathway just after the worker read it."""

    then: Callable[[], object] | None = None

    def stream(self, stream_id: UUID, *, until: datetime | None = None) -> list[DomainEvent]:
        events = super().stream(stream_id, until=until)
        if then := self.then:
            self.then = None
            then()
        return events


def test_what_moved_as_it_was_read_is_looked_at_again() -> None:
    log = MovesOnceRead()
    scene = Scene(House(log=log))
    follow_up = scene.follow_up(scene.ines)
    scene.house.plan()
    doing = RecordFollowUp(pathway_id=scene.awa, follow_up_id=follow_up, mode=Mode.PHONE)
    log.then = lambda: record_follow_up(scene.house.network, doing, scene.ines)
    assert scene.house.work(DAY) == [DueState.WAITING]
    assert scene.house.work(DAY) == [DueState.SUPPRESSED]
    assert scene.items == []

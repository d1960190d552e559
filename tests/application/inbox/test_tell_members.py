"""Members are told what facts ask of them, whatever recorded these, once, and as they stand."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.inbox.ports import InboxKind
from application.inbox.read_inbox import read_inbox
from application.inbox.tell_members import KEPT, forget_old_items, tell_members
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.reminders.answer_reminder import answer_reminder
from application.reminders.ports import DueState
from application.reminders.postbox import Letter, Undeliverable
from application.sharing.designate_referent import DesignateReferent, designate_referent
from application.sharing.take_emergency_access import TakeEmergencyAccess, take_emergency_access
from domain.data_classes import DataClass
from domain.members import Profession, Role
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.appointments.words import ChangeReason, Move, Side
from domain.pathway.grounds.words import EmergencyReason
from domain.pathway.reminder_answers import Answer
from tests.application.inbox.scene import Scene
from tests.application.reminders.house import AT_THE_PASS, MOBILE, at
from tests.fakes.likenesses import BookmarkInMemory
from tests.fakes.postbox import Killed

THE_DAY_BEFORE = at(10, days=-1)


@pytest.fixture
def scene() -> Scene:
    return Scene()


def booked(scene: Scene, of: DataClass = DataClass.SOCIAL) -> UUID:
    """An appointment, which Maud takes where it is of health."""
    by = scene.maud if of is DataClass.HEALTH else scene.ines
    meeting = AT_THE_PASS.model_copy(update={"data_class": of})
    command = BookAppointment(pathway_id=scene.awa, meeting=meeting, when=at(14))
    book_appointment(scene.house.network, command, by)
    scene.house.plan()
    return command.appointment_id


def test_where_no_message_reaches_them_the_referent_is_to_call(scene: Scene) -> None:
    appointment = booked(scene)
    assert scene.house.work(THE_DAY_BEFORE) == [DueState.TO_CALL]
    scene.follow()
    (item,) = scene.items
    assert (item.kind, item.member_id) == (InboxKind.CALL, scene.ines.id)
    assert (item.cause, item.cause_id) == ("appointment", appointment)
    assert item.due_id in scene.house.rows.kept


def test_a_message_that_did_not_arrive_is_told_to_the_referent(scene: Scene) -> None:
    add_contact_point(
        scene.house.network, AddContactPoint(pathway_id=scene.awa, point=MOBILE), scene.ines
    )
    booked(scene)
    scene.house.postbox.before = refuse
    assert scene.house.work(THE_DAY_BEFORE) == [DueState.DEAD]
    scene.follow()
    (item,) = scene.items
    assert (item.kind, item.member_id) == (InboxKind.NOT_DELIVERED, scene.ines.id)


def test_whoever_needs_another_time_is_told_of_until_it_is_moved(scene: Scene) -> None:
    adding = AddContactPoint(pathway_id=scene.awa, point=MOBILE)
    add_contact_point(scene.house.network, adding, scene.ines)
    scene.house.appointment_id = booked(scene)
    assert scene.house.work(THE_DAY_BEFORE) == [DueState.SENT]
    (letter,) = scene.house.postbox.letters
    (awaited,) = scene.house.replies.find(scene.house.replies.tokens[letter.key])
    for _ in range(2):
        assert answer_reminder(scene.house.network, awaited, Answer.ASKS_TO_MOVE)
    scene.follow()
    (item,) = scene.items
    assert (item.kind, item.member_id) == (InboxKind.ASKS_TO_MOVE, scene.ines.id)
    assert (item.cause, item.cause_id) == ("appointment", scene.house.appointment_id)
    assert not is_settled(scene)
    to = Move(by=Side.SERVICE, reason=ChangeReason.STAFF_ABSENT, when=at(14, days=1))
    moving = MoveAppointment(pathway_id=scene.awa, appointment_id=scene.house.appointment_id, to=to)
    move_appointment(scene.house.network, moving, scene.ines)
    assert is_settled(scene)


def is_settled(scene: Scene) -> bool:
    read = read_inbox(scene.house.network, scene.house.inbox, scene.ines)
    (entry,) = read.page.entries
    return entry.is_settled


def refuse(_: Letter) -> None:
    raise Undeliverable("number-unknown")


def test_what_the_referent_may_not_know_is_told_to_whoever_may(scene: Scene) -> None:
    booked(scene, DataClass.HEALTH)
    scene.house.work(THE_DAY_BEFORE)
    scene.follow()
    assert scene.addressees() == [None]


def test_following_again_tells_nobody_again(scene: Scene) -> None:
    booked(scene)
    scene.house.work(THE_DAY_BEFORE)
    scene.follow()
    (first,) = scene.items
    for_a_moment = scene.maud.id
    designating = DesignateReferent(pathway_id=scene.awa, referent_id=for_a_moment)
    designate_referent(scene.house.network, designating, scene.ines)
    scene.telling.bookmark.move(read_from=scene.telling.bookmark.position(), read_to=0)
    scene.follow()
    assert scene.items == [first]


def test_whoever_is_killed_once_it_was_told_tells_it_once(scene: Scene) -> None:
    booked(scene)
    scene.house.work(THE_DAY_BEFORE)
    killing = replace(scene.telling, bookmark=KilledBeforeItMoves())
    with pytest.raises(Killed):
        tell_members(killing)
    assert scene.telling.bookmark.position() == 0
    (first,) = scene.items
    scene.follow()
    assert scene.items == [first]


class KilledBeforeItMoves(BookmarkInMemory):
    def move(self, *, read_from: int, read_to: int) -> bool:
        raise Killed(read_from, read_to)


def test_an_emergency_access_is_told_to_the_referent_and_the_coordinators(scene: Scene) -> None:
    town = scene.town
    pass_ = town.partner("PASS de Montluçon", OrganisationKind.HEALTH_STRUCTURE)
    nurse = town.enrolled(pass_, Profession.NURSE)
    ode = town.enrolled(FOUNDER, Profession.OTHER, Role.COORDINATOR)
    taking = TakeEmergencyAccess(
        pathway_id=scene.awa, reason=EmergencyReason.UNCONSCIOUS, words="Malaise."
    )
    take_emergency_access(scene.house.network, taking, nurse)
    scene.follow()
    assert {item.kind for item in scene.items} == {InboxKind.EMERGENCY_ACCESS}
    assert set(scene.addressees()) == {scene.ines.id, ode.id}
    assert {item.cause_id for item in scene.items} == {taking.access_id}


def test_whoever_took_it_is_not_told_of_it(scene: Scene) -> None:
    taking = TakeEmergencyAccess(
        pathway_id=scene.awa, reason=EmergencyReason.UNCONSCIOUS, words="Malaise."
    )
    take_emergency_access(scene.house.network, taking, scene.ines)
    scene.follow()
    assert scene.items == []


def test_items_are_forgotten_after_half_a_year(scene: Scene) -> None:
    booked(scene)
    scene.house.work(THE_DAY_BEFORE)
    scene.follow()
    assert forget_old_items(scene.telling) == 0
    (item,) = scene.items
    before = scene.house.inbox.items[item.id].at - KEPT - timedelta(days=1)
    scene.house.inbox.items[item.id] = replace(item, at=before)
    assert forget_old_items(scene.telling) == 1

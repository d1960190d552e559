"""The life of each reminder is read by whoever may know of what it recalls, and by nobody else."""

from dataclasses import replace
from uuid import UUID

import pytest

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.refusals import StoreUnavailable
from application.reminders.lives import Happening, ReminderLife, Stage
from application.reminders.ports import DueState
from application.reminders.postbox import Letter, TryLater
from application.reminders.read_lives import Planned, read_lives
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.registration import OrganisationKind
from domain.pathway.appointments.words import ChangeReason, Side
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminders import Channel
from domain.reminders.rules import Audience
from domain.reminders.triggers import Trigger
from tests.application.inbox.scene import Scene
from tests.application.reminders.house import AT_THE_PASS, MOBILE, at
from tests.domain.reminders.packs import PACK

THE_DAY_BEFORE = at(10, days=-1)
AT_NIGHT = at(22, days=-1)


@pytest.fixture
def scene() -> Scene:
    scene = Scene()
    command = AddContactPoint(pathway_id=scene.awa, point=MOBILE)
    add_contact_point(scene.house.network, command, scene.ines)
    return scene


def booked(scene: Scene, of: DataClass = DataClass.SOCIAL, by: Member | None = None) -> UUID:
    meeting = AT_THE_PASS.model_copy(update={"data_class": of})
    command = BookAppointment(pathway_id=scene.awa, meeting=meeting, when=at(14))
    book_appointment(scene.house.network, command, by or scene.ines)
    scene.house.plan()
    return command.appointment_id


def lives(scene: Scene, by: Member) -> list[ReminderLife]:
    house = scene.house
    planned = Planned(house.rows, PACK)
    return read_lives(house.network, house.traces, planned, scene.awa, by)


def life(scene: Scene) -> ReminderLife:
    (life,) = lives(scene, scene.ines)
    return life


def test_what_is_planned_says_when_to_whom_and_how(scene: Scene) -> None:
    appointment = booked(scene)
    planned = life(scene)
    assert (planned.cause, planned.cause_id) == (Trigger.APPOINTMENT, appointment)
    assert (planned.to, planned.channels) == (Audience.PERSON, (Channel.TEXT, Channel.EMAIL))
    assert (planned.planned_for, planned.stage) == (THE_DAY_BEFORE.instant, Stage.PLANNED)
    assert (planned.why, planned.steps) == (None, ())


def test_what_left_says_so_and_how(scene: Scene) -> None:
    booked(scene)
    scene.house.work(THE_DAY_BEFORE)
    sent = life(scene)
    assert sent.stage is Stage.SENT
    assert [(step.what, step.channel) for step in sent.steps] == [(Happening.SENT, Channel.TEXT)]


def test_what_waits_says_why(scene: Scene) -> None:
    booked(scene)
    scene.house.work(AT_NIGHT)
    assert (life(scene).stage, life(scene).why) == (Stage.WAITING, "not_now")
    scene.house.postbox.before = refuse
    scene.house.work(at(8))
    waiting = life(scene)
    assert (waiting.stage, waiting.why) == (Stage.WAITING, "gateway-down")
    assert waiting.next_look is not None


def refuse(_: Letter) -> None:
    raise TryLater("gateway-down")


def test_what_was_held_back_says_why(scene: Scene) -> None:
    appointment = booked(scene)
    cancelling = CancelAppointment(
        pathway_id=scene.awa,
        appointment_id=appointment,
        cancelled_by=Side.SERVICE,
        reason=ChangeReason.STAFF_ABSENT,
    )
    cancel_appointment(scene.house.network, cancelling, scene.ines)
    scene.house.work(THE_DAY_BEFORE)
    assert (life(scene).stage, life(scene).why) == (Stage.SUPPRESSED, "cancelled")


def test_what_is_for_members_is_there_too(scene: Scene) -> None:
    scene.follow_up(scene.ines)
    scene.recall()
    told = life(scene)
    assert (told.to, told.channels, told.stage) == (
        Audience.REFERENT,
        (Channel.INBOX,),
        Stage.SENT,
    )


@pytest.mark.parametrize("moment", [None, THE_DAY_BEFORE])
def test_what_recalls_something_hidden_is_not_there(scene: Scene, moment: object) -> None:
    booked(scene, DataClass.HEALTH, by=scene.maud)
    if moment:
        scene.house.work(THE_DAY_BEFORE)
    assert lives(scene, scene.ines) == []
    assert len(lives(scene, scene.maud)) == 1


@pytest.mark.parametrize("state", [DueState.WAITING, DueState.SUPPRESSED])
def test_what_stands_or_falls_by_hidden_contacts_is_told_once_it_left(
    scene: Scene, state: DueState
) -> None:
    scene.follow_up(scene.ines)
    scene.house.plan()
    (kept,) = scene.house.rows.kept.values()
    assert len(lives(scene, scene.ines)) == 1
    kept.state, kept.row = state, replace(kept.row, trigger=Trigger.NO_CONTACT)
    assert lives(scene, scene.ines) == []


def test_once_its_row_is_dropped_what_became_of_it_is_still_told(scene: Scene) -> None:
    booked(scene)
    scene.house.work(THE_DAY_BEFORE)
    scene.house.rows.kept.clear()
    old = life(scene)
    assert (old.to, old.planned_for, old.stage) == (None, None, Stage.SENT)
    assert [step.what for step in old.steps] == [Happening.SENT]


def test_whoever_does_not_follow_the_person_reads_nothing(scene: Scene) -> None:
    ccas = scene.town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
    paul = scene.town.enrolled(ccas, Profession.SOCIAL_WORKER)
    with pytest.raises(PathwayNotOpened):
        lives(scene, paul)


def test_it_is_not_read_without_a_trace(scene: Scene) -> None:
    scene.house.traces.broken = True
    with pytest.raises(StoreUnavailable):
        lives(scene, scene.ines)

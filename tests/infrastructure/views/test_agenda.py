from dataclasses import replace
from datetime import date

from application.views.agenda import AgendaFilter, AgendaKind
from application.views.pages import PageAsked
from application.views.read_agenda import read_agenda
from domain.data_classes import DataClass
from domain.pathway.appointments.facts import AppointmentAttended, AppointmentMoved
from domain.pathway.appointments.words import AppointmentKind, Attendance, ChangeReason, Side
from tests.domain.pathway.people import APPOINTMENT, CCAS, MARCH_5, wall
from tests.infrastructure.views.scene import (
    ABEL,
    APRIL_1,
    APRIL_2,
    AWA,
    BINTA,
    DINA,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    opened,
    planned,
)


def test_the_circle_has_the_appointment_on_its_day(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), booked(APRIL_1))
    scene.project()
    for viewer in (INES, ROSE):
        (entry,) = scene.agenda(viewer)
        assert (entry.row.kind, entry.row.what) == (AgendaKind.APPOINTMENT, AppointmentKind.MEDICAL)
        assert (entry.row.day, entry.row.at) == (date(2026, 4, 1), APRIL_1.instant)
        assert entry.row.state == Attendance.UNKNOWN


def test_the_day_is_that_of_the_place(scene: Scene) -> None:
    in_mayotte = wall("2026-04-02T00:30", zone="Indian/Mayotte")  # still 1 April in Paris
    scene.tell(AWA, opened(), booked(in_mayotte))
    scene.project()
    assert [entry.row.day for entry in scene.agenda(INES)] == [date(2026, 4, 2)]


def test_a_moved_appointment_is_where_it_was_moved_to(scene: Scene) -> None:
    moved = AppointmentMoved(
        occurred_at=MARCH_5,
        appointment_id=APPOINTMENT,
        moved_by=Side.PERSON,
        reason=ChangeReason.WORK,
        was=APRIL_1,
        when=APRIL_2,
    )
    scene.tell(AWA, opened(), booked(APRIL_1, appointment_id=APPOINTMENT))
    scene.project()
    scene.tell(AWA, moved)
    scene.project()
    assert [entry.row.at for entry in scene.agenda(INES)] == [APRIL_2.instant]


def test_a_follow_up_is_on_the_agenda_of_who_planned_it_for_who_does_it(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), planned(date(2026, 4, 1), with_member=ABEL.id))
    scene.project()
    assert [entry.row.kind for entry in scene.agenda(INES)] == [AgendaKind.FOLLOW_UP]
    assert scene.agenda(ROSE) == ()
    assert scene.agenda(INES, member_id=INES.id) == ()
    assert len(scene.agenda(INES, member_id=ABEL.id)) == 1


def test_who_may_not_see_the_class_has_nothing_on_that_day(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.tell(AWA, booked(APRIL_1, DataClass.HEALTH), by=ABEL)
    scene.tell(BINTA, opened())
    scene.tell(BINTA, booked(APRIL_1, DataClass.HEALTH), by=INES)
    scene.project()
    assert [entry.row.pathway_id for entry in scene.agenda(INES)] == [BINTA]
    assert len(scene.agenda(ABEL)) == 2


def test_days_asked_for_come_in_order_page_after_page(scene: Scene) -> None:
    days = (5, 2, 9, 2, 7)
    scene.tell(AWA, opened(), *(booked(wall(f"2026-04-0{day}T09:00")) for day in days))
    scene.project()
    wanted = AgendaFilter(date(2026, 4, 2), date(2026, 4, 7))
    seen, page = list[int](), PageAsked(size=2)
    while True:
        found = read_agenda(scene.network, scene.views, INES, wanted=wanted, page=page)
        seen += [entry.row.day.day for entry in found.entries]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == [2, 2, 5, 7]


def test_what_nobody_said_more_of_may_be_asked_for_alone(scene: Scene) -> None:
    attended = AppointmentAttended(
        occurred_at=MARCH_5,
        appointment_id=APPOINTMENT,
        recorded_by=INES.organisation_id,
        held_at=MARCH_5,
    )
    there = booked(APRIL_1, appointment_id=APPOINTMENT)
    scene.tell(AWA, opened(), there, booked(APRIL_2), planned(date(2026, 4, 3)))
    scene.project()
    wanted = AgendaFilter(date(2026, 4, 1), date(2026, 4, 3), awaited=True)

    def days() -> list[int]:
        found = read_agenda(scene.network, scene.views, INES, wanted=wanted)
        return [entry.row.day.day for entry in found.entries]

    assert days() == [1, 2, 3]
    scene.tell(AWA, attended)
    assert days() == [2, 3]
    scene.project()
    assert days() == [2, 3]


def test_what_is_nobodys_may_be_asked_for_with_ones_own(scene: Scene) -> None:
    follow_up = planned(date(2026, 4, 1), by=CCAS)
    scene.tell(AWA, opened(), joined(CCAS), follow_up, planned(date(2026, 4, 2), by=CCAS))
    scene.tell(AWA, planned(date(2026, 4, 3), by=CCAS, with_member=ROSE.id))
    scene.tell(AWA, planned(date(2026, 4, 4), by=CCAS, with_member=DINA.id))
    scene.project()
    own = AgendaFilter(date(2026, 4, 1), date(2026, 4, 9), ROSE.id)
    for wanted, days in ((own, [3]), (replace(own, or_nobodys=True), [1, 2, 3])):
        found = read_agenda(scene.network, scene.views, ROSE, wanted=wanted)
        assert [entry.row.day.day for entry in found.entries] == days

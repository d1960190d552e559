from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.appointments.correct_attendance import CorrectAttendance, correct_attendance
from application.refusals import EventUnreadable
from application.reminders.plan_reminders import plan_reminders
from domain.kernel import DomainEvent
from domain.pathway.appointments.words import Attendance, ChangeReason, Side
from domain.wall_time import WallTime
from tests.application.reminders.house import INES, PARIS, House, at
from tests.fakes.event_log import EventLogInMemory


@pytest.fixture
def house() -> House:
    return House()


def planned(house: House) -> list[str]:
    return sorted(f"{kept.row.due_at:%m-%d %H:%M}" for kept in house.rows.kept.values())


def the_day_before(*days: int) -> list[str]:
    return sorted(f"{at(10, days=day - 1).instant:%m-%d %H:%M}" for day in days)


def test_an_appointment_is_recalled_the_day_before(house: House) -> None:
    house.book(at(14))
    house.plan()
    assert planned(house) == the_day_before(0)


def test_planning_again_plans_nothing_more(house: House) -> None:
    house.book(at(14))
    house.plan()
    house.rows.position = 0
    house.plan()
    assert planned(house) == the_day_before(0)


def test_moved_there_and_back_is_a_new_occurrence(house: House) -> None:
    house.book(at(14))
    house.move(at(14, days=1))
    house.move(at(14))
    house.plan()
    assert planned(house) == the_day_before(0, 1, 0)
    assert {kept.row.occurrence for kept in house.rows.kept.values()} == {2, 3, 4}


def test_another_place_at_the_same_time_is_recalled_once(house: House) -> None:
    house.book(at(14))
    house.move(at(14), place="3 place du Marché")
    house.plan()
    assert planned(house) == the_day_before(0)


def test_a_moment_that_has_passed_is_not_planned(house: House) -> None:
    in_an_hour = datetime.now(ZoneInfo(PARIS)).replace(tzinfo=None) + timedelta(hours=1)
    house.book(WallTime(wall=in_an_hour, zone=PARIS))
    house.book(at(14, days=-365))
    house.plan()
    assert planned(house) == []


def test_an_appointment_awaited_again_is_recalled_again(house: House) -> None:
    appointment_id = house.book(at(14))
    cancelled = CancelAppointment(
        pathway_id=house.pathway_id,
        appointment_id=appointment_id,
        cancelled_by=Side.PERSON,
        reason=ChangeReason.WORK,
    )
    cancel_appointment(house.network, cancelled, INES)
    again = CorrectAttendance(
        pathway_id=house.pathway_id, appointment_id=appointment_id, attendance=Attendance.UNKNOWN
    )
    correct_attendance(house.network, again, INES)
    house.plan()
    assert {kept.row.occurrence for kept in house.rows.kept.values()} == {2, 4}


def test_a_planner_that_comes_late_loses_nothing_still_to_come(house: House) -> None:
    for day in range(3):
        house.book(at(14, days=day))
    assert plan_reminders(house.reminding, at_once=2).read == 2
    assert plan_reminders(house.reminding, at_once=2).read == 2
    assert plan_reminders(house.reminding, at_once=2).read == 0
    assert planned(house) == the_day_before(0, 1, 2)


def test_a_history_restored_from_before_is_planned_again(house: House) -> None:
    house.book(at(14))
    house.plan()
    del house.log.events[1:]
    house.plan()
    house.book(at(14, days=1))
    house.plan()
    assert planned(house) == the_day_before(0, 1)


class WithOneThatDoesNotOpen(EventLogInMemory):
    """Reading past this position fails."""

    unreadable = 3

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        if position < self.unreadable <= position + limit:
            raise EventUnreadable(stream_id=uuid4(), version=1, position=self.unreadable)
        return super().after(position, limit=limit)


def test_an_event_that_does_not_open_stops_nothing_else() -> None:
    house = House(log=WithOneThatDoesNotOpen())
    for day in range(4):
        house.book(at(14, days=day))
    passed_over = []
    while (progress := plan_reminders(house.reminding)).read:
        passed_over.append(progress.unreadable)
    assert [position for position in passed_over if position] == [3]
    assert planned(house) == the_day_before(0, 2, 3)
    assert house.rows.planned_up_to() == house.log.head()

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.appointments.correct_attendance import CorrectAttendance, correct_attendance
from application.follow_up.record_follow_up import RecordFollowUp, record_follow_up
from application.refusals import EventUnreadable
from application.reminders.plan_reminders import plan_reminders
from domain.kernel import DomainEvent
from domain.pathway.appointments.words import Attendance, ChangeReason, Side
from domain.pathway.follow_up import Mode
from domain.reminders.rules import Audience
from domain.reminders.triggers import Trigger
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
    house.plan()
    house.move(at(14, days=1))
    house.plan()
    house.move(at(14))
    house.plan()
    assert planned(house) == the_day_before(0, 1, 0)
    assert {kept.row.occurrence for kept in house.rows.kept.values()} == {2, 3, 4}


def test_what_was_moved_before_it_was_planned_is_planned_as_it_stands(house: House) -> None:
    house.book(at(14))
    house.move(at(14, days=1))
    house.plan()
    assert planned(house) == the_day_before(1)


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
    house.plan()
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
    assert [plan_reminders(house.reminding, at_once=2).read for _ in range(3)] == [2, 2, 0]
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
    assert planned(house) == the_day_before(0, 1, 2, 3)
    assert house.rows.planned_up_to() == house.log.head()


class WithAPathwayThatDoesNotOpen(EventLogInMemory):
    """Reading this stream fails."""

    broken: UUID | None = None

    def streams(self, stream_ids: Iterable[UUID]) -> dict[UUID, list[DomainEvent]]:
        asked = list(stream_ids)
        if self.broken in asked:
            raise EventUnreadable(stream_id=asked[0], version=1, position=1)
        return super().streams(asked)


def test_a_pathway_that_does_not_open_stops_no_other() -> None:
    log = WithAPathwayThatDoesNotOpen()
    house = House(log=log)
    log.broken = house.pathway_id
    house.book(at(14))
    house.pathway_id = house.open()
    house.book(at(14, days=1))
    assert plan_reminders(house.reminding).unreadable == 1
    assert planned(house) == the_day_before(1)
    assert house.rows.planned_up_to() == house.log.head()


def test_a_pathway_is_planned_with_the_last_of_its_events_that_is_read(house: House) -> None:
    house.book(at(14))
    house.book(at(14, days=1))
    assert plan_reminders(house.reminding, at_once=2).read == 2
    assert planned(house) == []
    assert plan_reminders(house.reminding, at_once=2).read == 1
    assert planned(house) == the_day_before(0, 1)


def test_what_is_planned_says_whom_it_tells_and_of_what(house: House) -> None:
    house.follow_up_on(at(0).wall.date(), with_member=INES.id)
    house.plan()
    (kept,) = house.rows.kept.values()
    row = kept.row
    assert (row.trigger, row.audience) == (Trigger.FOLLOW_UP, Audience.REFERENT)
    assert row.due_at == at(9).instant


def test_a_follow_up_that_is_done_is_not_planned(house: House) -> None:
    follow_up_id = house.follow_up_on(at(0).wall.date())
    done = RecordFollowUp(pathway_id=house.pathway_id, follow_up_id=follow_up_id, mode=Mode.PHONE)
    record_follow_up(house.network, done, INES)
    house.plan()
    assert planned(house) == []

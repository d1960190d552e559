"""What workers do around the use cases: count, log ids, and never fall."""

from threading import Event
from uuid import UUID, uuid4

from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from application.refusals import EventUnreadable
from application.reminders.ports import DueState
from domain.kernel import DomainEvent
from tests.application.reminders.house import MOBILE, House, at
from tests.fakes.event_log import EventLogInMemory
from workers.reminders import keep_planning, sending

THE_DAY_BEFORE = at(10, days=-1)


def due_now(house: House) -> UUID:
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    house.rows.move_to(THE_DAY_BEFORE.instant)
    (due_id,) = house.rows.claim(limit=1, lease=THE_DAY_BEFORE.instant - at(9, days=-1).instant)
    return due_id


def counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def test_an_outcome_is_counted_and_logged_by_its_id_only() -> None:
    house = House()
    due_id, before = due_now(house), counted("cordee_reminders_total", outcome="sent")
    with capture_logs() as logs:
        sending(house.reminding)(due_id)
    assert counted("cordee_reminders_total", outcome="sent") == before + 1
    assert logs == [
        {
            "event": "reminder.tried",
            "log_level": "info",
            "due_id": str(due_id),
            "outcome": DueState.SENT,
        }
    ]


def test_an_id_that_is_somebody_elses_is_neither_counted_nor_logged() -> None:
    with capture_logs() as logs:
        sending(House().reminding)(uuid4())
    assert logs == []


def test_an_error_leaves_the_row_to_its_lease_and_says_nothing_of_whom() -> None:
    house = House()
    due_id, before = due_now(house), counted("cordee_reminder_attempts_cut_total")

    def breaks(_: object) -> None:
        raise RuntimeError(MOBILE.reach)

    house.postbox.before = breaks
    with capture_logs() as logs:
        sending(house.reminding)(due_id)
    assert counted("cordee_reminder_attempts_cut_total") == before + 1
    assert house.rows.counts()[DueState.SENDING] == 1
    assert MOBILE.reach not in str(logs)
    house.postbox.before = lambda _: None
    assert house.work(at(10, 30, days=-1)) == [DueState.SENT]


class WithOneThatDoesNotOpen(EventLogInMemory):
    def __init__(self, stop: Event) -> None:
        super().__init__()
        self.stop = stop

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        if position == 0:
            raise EventUnreadable(stream_id=uuid4(), version=1, position=1)
        self.stop.set()
        return super().after(position, limit=limit)


def test_an_event_that_does_not_open_is_said_by_its_position() -> None:
    stop = Event()
    house = House(log=WithOneThatDoesNotOpen(stop))
    with capture_logs() as logs:
        keep_planning(house.reminding, stop)
    assert [(log["event"], log["position"]) for log in logs] == [("reminders.unreadable_event", 1)]

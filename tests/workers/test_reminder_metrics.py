"""What Prometheus is told of reminders: numbers by rule, state and channel."""

from math import isnan

from prometheus_client import REGISTRY
from pydantic import SecretStr

from application.reminders.ports import DueState
from domain.pathway.reminders import Channel
from infrastructure.desk import Desk
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.settings import Group, Settings
from tests.application.reminders.house import MOBILE, House, at
from tests.infrastructure.databases import engine_on
from tests.infrastructure.reminders.test_due_rows import claimed, due, planned, rows_on, taken
from tests.servers import free_port
from workers.metrics import count_letter, count_row, tell_gateway, watch_rows


def told(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def test_what_is_late_and_what_waits_is_read_when_asked() -> None:
    house = House()
    house.reached_at(MOBILE)
    house.book(at(14))
    house.plan()
    watch_rows(house.rows)
    assert told("cordee_reminders_late") == 0
    assert told("cordee_reminders_kept", state="waiting") == 1
    house.rows.move_to(at(10, 1, days=-1).instant)
    assert told("cordee_reminders_late") == 1
    assert told("cordee_reminders_oldest_late_seconds") == 60
    house.work(at(10, 1, days=-1))
    assert told("cordee_reminders_kept", state="waiting") == 0


def test_what_cannot_be_reached_is_not_a_number() -> None:
    nowhere = f"postgresql://127.0.0.1:{free_port()}/nowhere"
    settings = Settings(database_url=SecretStr(nowhere), keys_url=SecretStr(f"{nowhere}-keys"))
    with engine_on(settings, Group.DESK) as engine:
        watch_rows(DueRowsInTables(Desk(engine)))
        assert isnan(told("cordee_reminders_late"))
    watch_rows(House().rows)


def test_each_row_that_a_worker_lets_go_of_is_counted_by_its_rule(settings: Settings) -> None:
    labels = {"rule": "day-before", "state": "sent"}
    before = told("cordee_due_rows_total", **labels)
    lateness = told("cordee_reminder_lateness_seconds_count")
    with rows_on(settings, told=count_row) as rows:
        row = due()
        planned(rows, row)
        claimed(rows)
        mine = taken(rows, row.id)
        assert rows.finish(mine, DueState.SENT)
    assert told("cordee_due_rows_total", **labels) == before + 1
    assert told("cordee_reminder_lateness_seconds_count") == lateness + 1


def test_gateways_are_told_by_channel() -> None:
    before = told("cordee_letters_total", channel="text", answer="accepted")
    count_letter(Channel.TEXT, "accepted")
    assert told("cordee_letters_total", channel="text", answer="accepted") == before + 1
    tell_gateway(Channel.TEXT, "open")
    assert told("cordee_gateway_open", channel="text") == 1
    tell_gateway(Channel.TEXT, "closed")
    assert told("cordee_gateway_open", channel="text") == 0

"""What operators see of reminders, and do about those that nothing more is done about."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from application.reminders.ports import DueRows, DueState
from domain.reminders.due import Due
from domain.reminders.rules import Audience, MessageType
from domain.reminders.triggers import Trigger
from infrastructure.composition import opened_engine
from infrastructure.desk import EPOCH, Desk
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.settings import Group, Settings
from tests.cli.cordee import Cordee

HOUR = timedelta(hours=1)


@contextmanager
def rows_of(cordee: Cordee) -> Iterator[DueRows]:
    with opened_engine(Settings(data=cordee.data), Group.DESK) as engine:
        yield DueRowsInTables(Desk(engine))


def ended(cordee: Cordee, state: DueState, *, reason: str = "recipient-refused") -> UUID:
    """A reminder of nobody that ended so, before every other that is due."""
    row = Due(
        id=uuid4(),
        pathway_id=uuid4(),
        trigger=Trigger.APPOINTMENT,
        cause_id=uuid4(),
        occurrence=3,
        rule_id="day-before",
        audience=Audience.PERSON,
        pack_version="2026-1",
        message_type=MessageType.AT_LEAST_ONCE,
        due_at=EPOCH + HOUR,
    )
    with rows_of(cordee) as rows:
        position = rows.planned_up_to()
        rows.plan([row], read_from=position, read_to=position)
        assert rows.claim(limit=1, lease=HOUR) == [row.id]
        taken = rows.take(row.id, lease=HOUR)
        assert taken
        rows.finish(taken, state, reason=reason)
    return row.id


def state_of(cordee: Cordee, due_id: UUID) -> str:
    return str(cordee.read("reminders", "show", str(due_id))["state"])


def test_what_is_unsettled_is_listed_in_ids_and_codes(demo: Cordee) -> None:
    assert demo.read("reminders", "list") == []
    dead, sent = ended(demo, DueState.DEAD), ended(demo, DueState.SENT)
    assert [row["id"] for row in demo.read("reminders", "list")] == [str(dead)]
    assert [row["id"] for row in demo.read("reminders", "list", "--state", "sent")] == [str(sent)]
    shown = demo.run("reminders", "list").stdout
    assert str(dead) in shown
    assert "recipient-refused" in shown
    (row,) = demo.read("reminders", "list")
    assert (row["rule"], row["recalls"], row["attempts"]) == ("day-before", "appointment", 1)


def test_one_is_tried_again_for_a_reason_that_is_a_code(demo: Cordee) -> None:
    dead = ended(demo, DueState.DEAD)
    demo.refuses("not-a-code", "reminders", "retry", str(dead), "--reason", "Awa has moved")
    assert state_of(demo, dead) == "dead"
    assert demo.read("reminders", "retry", str(dead), "--reason", "gateway-mended") == [str(dead)]
    assert state_of(demo, dead) == "waiting"
    assert demo.read("reminders", "show", str(dead))["settled_by"]
    demo.refuses("reminder-not-unsettled", "reminders", "retry", str(dead), "--reason", "again")


def test_all_are_tried_again_once_somebody_is_sure(demo: Cordee) -> None:
    dead = [ended(demo, DueState.DEAD), ended(demo, DueState.UNCERTAIN)]
    asked = ("reminders", "retry", "--all", "--reason", "gateway-mended")
    assert demo.run(*asked, typed="n\n").exit_code == 1
    assert {state_of(demo, one) for one in dead} == {"dead", "uncertain"}
    assert len(demo.read(*asked, "--yes")) == 2
    assert {state_of(demo, one) for one in dead} == {"waiting"}


def test_what_is_dropped_says_why(demo: Cordee) -> None:
    dead = ended(demo, DueState.DEAD)
    asked = ("reminders", "drop", str(dead), "--reason", "person-called")
    assert demo.run(*asked, typed="n\n").exit_code == 1
    assert state_of(demo, dead) == "dead"
    demo.read(*asked, "--yes")
    told = demo.read("reminders", "show", str(dead))
    assert (told["state"], told["reason"]) == ("dropped", "person-called")
    assert demo.read("reminders", "list") == []


@pytest.mark.parametrize("words", [(), (str(uuid4()), "--all")])
def test_either_some_are_named_or_all_are_meant(demo: Cordee, words: tuple[str, ...]) -> None:
    result = demo.run("reminders", "retry", *words, "--reason", "again", "--yes")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "words", [("show",), ("retry", "--reason", "again"), ("drop", "--reason", "again", "--yes")]
)
def test_an_id_that_is_not_known_is_refused(demo: Cordee, words: tuple[str, ...]) -> None:
    verb, *options = words
    demo.refuses("no-such-reminder", "reminders", verb, str(uuid4()), *options)
    assert demo.run("reminders", verb, "not-an-id", *options).exit_code == 2


def test_the_status_tells_by_its_exit_code_whether_somebody_should_look(demo: Cordee) -> None:
    with rows_of(demo) as rows:
        while rows.claim(limit=1_000, lease=HOUR):
            """Whatever the demo has due is under way."""
    told = demo.read("reminders", "status")
    assert (told["late"], told["held_up"], told["failed_today"]) == (0, {}, {})
    ended(demo, DueState.DEAD)
    assert demo.read("reminders", "status")["failed_today"] == {"recipient-refused": 1}
    ended(demo, DueState.DEAD, reason="gateway-unreachable")
    result = demo.run("reminders", "status")
    assert result.exit_code == 1
    assert "gateway-unreachable" in result.stdout

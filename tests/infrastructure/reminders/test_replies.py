"""What `Replies` promises, kept by the fake and by both databases."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from application.reminders.replies import Awaited, Replies
from domain.reminders.triggers import Trigger
from infrastructure.desk import Desk
from infrastructure.migrations.migrate import migrate
from infrastructure.reminders.replies import RepliesInTables
from infrastructure.settings import Group, Settings
from tests.fakes.replies import BASE, RepliesInMemory
from tests.infrastructure.databases import engine_on, on_postgres, on_sqlite

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
SECRET, OTHER_SECRET = bytes(32), bytes([1]) * 32
URL = BASE.removesuffix("/r/")
NUMBER = "+33639980001"


@pytest.fixture(params=["fake", "sqlite", "postgres"])
def replies(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Replies]:
    if request.param == "fake":
        yield RepliesInMemory()
    elif request.param == "sqlite":
        with replies_on(on_sqlite(tmp_path)) as replies:
            yield replies
    else:
        server = request.getfixturevalue("postgres")
        with on_postgres(server, tmp_path) as settings, replies_on(settings) as replies:
            yield replies


@contextmanager
def replies_on(
    settings: Settings, *, secret: bytes = SECRET, public_url: str = URL
) -> Iterator[RepliesInTables]:
    migrate(settings, Group.DESK)
    with engine_on(settings, Group.DESK) as engine:
        yield RepliesInTables(Desk(engine), secret, public_url=public_url)


def awaited(reach: str = NUMBER) -> Awaited:
    return Awaited(
        due_id=uuid4(),
        pathway_id=uuid4(),
        cause=Trigger.APPOINTMENT,
        cause_id=uuid4(),
        occurrence=3,
        rule_id="day-before",
        language="fr",
        until=NOW,
        reach=reach,
    )


def link_for(replies: Replies, *expected: Awaited) -> str:
    return replies.expect(*expected, key=expected[0].due_id)


def token_of(link: str) -> str:
    return link.removeprefix(BASE)


def test_a_link_finds_what_it_was_sent_for(replies: Replies) -> None:
    expected = awaited()
    link = link_for(replies, expected)
    assert link.startswith(BASE)
    (found,) = replies.find(token_of(link))
    assert found == replace(expected, reach="", went_to=replies.token_of(NUMBER))
    assert found.went_to != replies.token_of("+33639980002")


def test_a_link_is_the_same_at_each_attempt(replies: Replies) -> None:
    expected = awaited()
    link = link_for(replies, expected)
    assert link_for(replies, replace(expected, until=NOW + timedelta(days=1))) == link
    (found,) = replies.find(token_of(link))
    assert found.until == NOW + timedelta(days=1)


def test_a_message_may_recall_several_things(replies: Replies) -> None:
    first = awaited()
    then = replace(awaited(), pathway_id=first.pathway_id, until=NOW + timedelta(hours=1))
    link = link_for(replies, then, first)
    assert [one.due_id for one in replies.find(token_of(link))] == [first.due_id, then.due_id]
    assert replies.expect(first, key=then.due_id) == link  # one was cancelled before it left
    assert [one.due_id for one in replies.find(token_of(link))] == [first.due_id]


def test_each_reminder_has_its_own_link(replies: Replies) -> None:
    assert link_for(replies, awaited()) != link_for(replies, awaited())


def test_whoever_types_a_link_may_use_capitals(replies: Replies) -> None:
    token = token_of(link_for(replies, awaited()))
    assert replies.find(token.upper())


@pytest.mark.parametrize("token", ["", "abcdefghijklmnop", "é" * 9_000, "\x00", "../../r", "🪢"])
def test_nothing_else_finds_anything(replies: Replies, token: str) -> None:
    link_for(replies, awaited())
    assert replies.find(token) == ()


def test_a_number_finds_the_pathways_it_was_written_to_for(replies: Replies) -> None:
    one, another, elsewhere = awaited(), awaited(), awaited("awa@cordee.example")
    for expected in (one, another, elsewhere):
        link_for(replies, expected)
    assert replies.sent_to(NUMBER) == {one.pathway_id, another.pathway_id}
    assert replies.sent_to("Awa@Cordee.example") == {elsewhere.pathway_id}
    assert replies.sent_to("+33639980009") == set()


def test_a_reminder_that_went_to_another_number_is_not_answered_from_the_first(
    replies: Replies,
) -> None:
    expected = awaited()
    link_for(replies, expected)
    link_for(replies, replace(expected, reach="+33639980002"))
    assert replies.sent_to(NUMBER) == set()


def test_what_is_erased_is_forgotten(replies: Replies) -> None:
    gone, stays = awaited(), awaited()
    link = link_for(replies, gone)
    link_for(replies, stays)
    assert replies.forget(gone.pathway_id) == 1
    assert replies.find(token_of(link)) == ()
    assert replies.sent_to(NUMBER) == {stays.pathway_id}


def test_what_is_too_old_is_swept(replies: Replies) -> None:
    old, new = awaited(), replace(awaited(), until=NOW + timedelta(seconds=1))
    link, newer = link_for(replies, old), link_for(replies, new)
    assert replies.sweep(new.until) == 1
    assert replies.find(token_of(link)) == ()
    assert replies.find(token_of(newer))


def test_a_link_is_short_and_is_guessed_without_the_secret_by_nobody(tmp_path: Path) -> None:
    expected = awaited()
    with replies_on(on_sqlite(tmp_path)) as replies:
        token = token_of(link_for(replies, expected))
    assert re.fullmatch(r"[a-z2-7]{16}", token)  # 80 bits
    with replies_on(on_sqlite(tmp_path), secret=OTHER_SECRET) as replies:
        assert replies.find(token) == ()
        assert token_of(link_for(replies, expected)) != token


def test_where_people_cannot_reach_there_is_no_link_and_numbers_are_found(tmp_path: Path) -> None:
    expected = awaited()
    with replies_on(on_sqlite(tmp_path), public_url="") as replies:
        assert link_for(replies, expected) == ""
        assert replies.sent_to(NUMBER) == {expected.pathway_id}


def test_neither_link_nor_number_stands_in_the_table(tmp_path: Path) -> None:
    settings = on_sqlite(tmp_path)
    with replies_on(settings) as replies:
        token = token_of(link_for(replies, awaited()))
    with closing(sqlite3.connect(settings.file_of(Group.DESK))) as connection:
        (row,) = connection.execute("SELECT * FROM awaited_replies").fetchall()
    written = b" ".join(one if isinstance(one, bytes) else str(one).encode() for one in row)
    assert not [told for told in (token, NUMBER, NUMBER[3:]) if told.encode() in written]


def test_an_id_is_not_a_token(tmp_path: Path) -> None:
    expected = awaited()
    with replies_on(on_sqlite(tmp_path)) as replies:
        link_for(replies, expected)
        for known in (expected.due_id, expected.pathway_id, UUID(int=0)):
            assert replies.find(known.hex) == ()

"""What happens when somebody who may write to the database alters rows behind our back."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from infrastructure.sealing.errors import KeyUnknown, TamperedBody
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on
from tests.infrastructure.living import AWA, Living, living, reopened

UNLOCK = {
    "sqlite": ("DROP TRIGGER events_are_never_changed", "DROP TRIGGER events_are_never_replaced"),
    "postgresql": ("ALTER TABLE events DISABLE TRIGGER USER",),
}


@pytest.fixture
def place(settings: Settings) -> Iterator[Living]:
    with living(settings) as place:
        yield place


def alter(place: Living, statement: str, **values: bytes) -> None:
    with engine_on(place.settings, Group.EVENTS) as engine, engine.begin() as connection:
        for unlock in UNLOCK[engine.dialect.name]:
            connection.execute(text(unlock))
        assert connection.execute(text(statement), values).rowcount == 1


@pytest.mark.parametrize(
    ("alteration", "position"),
    [
        ("topic = 'organisation-left'", 1),
        ("topic = 'sealed'", 1),
        ("actor = organisation", 1),
        ("actor = NULL", 2),
        ("organisation = actor", 3),
        ("command_id = NULL", 4),
        ("version = 9", 2),
        ("stream_id = command_id", 4),
        ("body = (SELECT body FROM events WHERE position = 4)", 3),
        ("body = (SELECT body FROM events WHERE position = 2)", 1),
        ("body = substr(body, 1, 60)", 1),
        ("body = substr(body, 1, 10)", 1),
    ],
)
def test_an_altered_row_is_refused_with_its_place(
    place: Living, alteration: str, position: int
) -> None:
    alter(place, f"UPDATE events SET {alteration} WHERE position = {position}")  # noqa: S608 (ours)
    with reopened(place.settings) as afresh, pytest.raises(TamperedBody) as refused:
        afresh.events()
    assert refused.value.position == position
    assert "Awa" not in str(refused.value)


@pytest.mark.parametrize("at", [0, 1, 16, 17, 28, 29, 100, -1])
def test_a_flipped_bit_is_refused_with_its_place(place: Living, at: int) -> None:
    body = bytearray(place.store.recorder.select_events(AWA)[0].state)
    body[at] ^= 1
    alter(place, "UPDATE events SET body = :body WHERE position = 1", body=bytes(body))
    with reopened(place.settings) as afresh, pytest.raises((TamperedBody, KeyUnknown)) as refused:
        afresh.events()
    assert refused.value.position == 1

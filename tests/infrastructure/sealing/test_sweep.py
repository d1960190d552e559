from collections.abc import Iterator
from time import time
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select, text

from infrastructure.sealing.body import key_id_of
from infrastructure.sealing.pool import BATCH
from infrastructure.sealing.sweep import UNUSED_FOR, sweep_unused_keys
from infrastructure.sealing.tables import KeyState, keys
from infrastructure.settings import Group, Settings
from tests.infrastructure.databases import engine_on
from tests.infrastructure.living import AWA, Living, called, living, reopened

LATER = time() + UNUSED_FOR + 3_600  # from when the tests are collected


@pytest.fixture
def place(settings: Settings) -> Iterator[Living]:
    with living(settings) as place:
        yield place


@pytest.fixture
def engines(place: Living) -> Iterator[tuple[Engine, Engine]]:
    with (
        engine_on(place.settings, Group.KEYS) as kept,
        engine_on(place.settings, Group.EVENTS) as events,
    ):
        yield kept, events


def states(kept: Engine) -> dict[str, int]:
    with kept.begin() as connection:
        counted = select(keys.c.state, func.count()).group_by(keys.c.state)
        return dict(connection.execute(counted).all())


def test_keys_that_no_body_names_are_dropped_long_after(
    place: Living, engines: tuple[Engine, Engine]
) -> None:
    assert sweep_unused_keys(*engines) == 0
    assert states(engines[0]) == {KeyState.USED: 3, KeyState.READY: BATCH - 3, KeyState.PURPOSE: 1}
    assert sweep_unused_keys(*engines, now=LATER) == BATCH - 3
    assert states(engines[0]) == {KeyState.USED: 3, KeyState.PURPOSE: 1}
    with reopened(place.settings) as afresh:
        assert afresh.events() == place.events()


def test_a_sweep_goes_on_where_it_stopped(place: Living, engines: tuple[Engine, Engine]) -> None:
    sweep_unused_keys(*engines)
    with engines[0].begin() as connection:  # as if they had never been looked at
        connection.execute(text("UPDATE keys SET state = 'ready' WHERE state = 'used'"))
    place.record(UUID(int=7), called("Chloé"))
    sweep_unused_keys(*engines)
    assert states(engines[0])[KeyState.USED] == 1


def test_a_destroyed_key_is_not_revived(place: Living, engines: tuple[Engine, Engine]) -> None:
    (first, *_) = place.store.recorder.select_events(AWA)
    place.store.keyring.destroy([key_id_of(first.state)], stream_id=AWA)
    sweep_unused_keys(*engines, now=LATER)
    assert states(engines[0])[KeyState.DESTROYED] == 1

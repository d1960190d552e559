"""Erasures end by themselves, and each daily chore is done once a day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any
from uuid import uuid4

import pytest

from application.accounts.ports import Account, ResetAsked
from application.erasures.ports import ErasureState
from application.traces.trace import Look, Purpose, Trace
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.password_resets import PasswordResetsInTables
from infrastructure.chores import Chore, ChoresInTables
from infrastructure.desk import Desk
from infrastructure.reminders.opening import open_outbox
from infrastructure.settings import Group, Settings
from infrastructure.traces.trace_table import TraceTable
from tests.infrastructure.databases import engine_on, installed
from tests.infrastructure.erasures.scene import scene_on
from workers.composition import opened_housekeeping
from workers.housekeeping import HousekeepingThread, keep_house

ON_ONE = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


def test_a_chore_is_taken_on_once_a_day(settings: Settings) -> None:
    installed(settings)
    now = [datetime(2026, 3, 4, 12, tzinfo=UTC)]
    with engine_on(settings, Group.DESK) as engine:
        chores = ChoresInTables(Desk(engine), lambda: now[0])
        taken = [chores.take(Chore.RETENTION) for _ in range(2)]
        now[0] += timedelta(days=1)
        taken.append(chores.take(Chore.RETENTION))
    assert taken == [True, False, True]


@ON_ONE
def test_an_approved_erasure_ends_by_itself(settings: Settings) -> None:
    with scene_on(installed(settings)) as scene:
        erasure = scene.approved(scene.asked(scene.person()))
        with opened_housekeeping(settings, scene.store) as keeping:
            stop = Event()

            def chore() -> int:
                stop.set()  # the first look is also the last one
                return 0

            chores: Any = {Chore.RETENTION: chore}
            keep_house(type(keeping)(keeping.erasing, chores, keeping.take), stop)
        found = scene.erasing.erasures.find(erasure.id)
        assert found
        assert found.state is ErasureState.CERTIFIED


@ON_ONE
def test_old_traces_are_forgotten_and_the_history_is_not(settings: Settings) -> None:
    with scene_on(installed(settings)) as scene, engine_on(settings, Group.TRACES) as engine:
        scene.person()
        traces, head = TraceTable(engine), scene.store.log.head()
        look = Trace(
            at=datetime.now(UTC) - timedelta(days=400),
            member_id=uuid4(),
            organisation_id=uuid4(),
            pathway_id=uuid4(),
            look=Look.PATHWAY,
            purpose=Purpose.FOLLOW_UP,
            as_of=None,
            grounds=frozenset(),
            classes=frozenset(),
        )
        for at in (look.at, datetime.now(UTC)):
            traces.write(replace(look, at=at))
        with opened_housekeeping(settings, scene.store) as keeping:
            assert keeping.take(Chore.TRACES)
            assert keeping.chores[Chore.TRACES]() == 1
        assert len(traces.of_pathway(look.pathway_id)) == 1
        assert scene.store.log.head() == head


@ON_ONE
def test_codes_for_new_passwords_leave_by_themselves(settings: Settings) -> None:
    with (
        scene_on(installed(settings)) as scene,
        opened_housekeeping(settings, scene.store) as keeping,
        engine_on(settings, Group.DESK) as engine,
    ):
        keyring, account = scene.store.keyring, Account(uuid4(), "a hash")
        blinding = Blinding(keyring.secret("accounts"))
        accounts = AccountsInTables(Desk(engine), blinding, Addresses(keyring))
        accounts.open(account, email="ines@relais.example", at=datetime.now(UTC))
        resets = PasswordResetsInTables(Desk(engine))
        resets.ask(ResetAsked(uuid4(), account.id, "fr", datetime.now(UTC)))
        assert keeping.errands["password_resets"]() == 1
        assert resets.waiting() == []
        ((_, letter),) = open_outbox(settings, keyring.secret).letters()
        assert letter.to == "ines@relais.example"


@ON_ONE
def test_a_thread_of_it_ends_when_told(settings: Settings) -> None:
    with (
        scene_on(installed(settings)) as scene,
        opened_housekeeping(settings, scene.store) as keeping,
    ):
        thread = HousekeepingThread(keeping)
        thread.start()
        thread.stop()
        assert not thread.thread.is_alive()

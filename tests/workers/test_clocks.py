"""What comes due acts by itself, in a thread of the process, on both kinds of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from time import monotonic, sleep
from uuid import UUID

import pytest

from application.clocks.run_clocks import run_clocks
from application.clocks.watch_pathways import watch_pathways
from application.rights.declare_right_open import DeclareRightOpen, declare_right_open
from domain.rights.schemes import Scheme
from infrastructure.composition import Store
from infrastructure.settings import Settings
from tests.infrastructure.databases import installed
from tests.infrastructure.erasures.scene import INES, Scene, scene_on
from workers import clocks
from workers.composition import keeping_clocks, opened_clocks

LATER = timedelta(days=400)
PATIENCE = 60  # seconds, for a busy machine


@contextmanager
def a_year_later(settings: Settings, store: Store) -> Iterator[None]:
    with keeping_clocks(settings, store, lambda: datetime.now(UTC) + LATER):
        yield


def right_of(scene: Scene, pathway_id: UUID) -> None:
    today = datetime.now(UTC).date()
    command = DeclareRightOpen(
        pathway_id=pathway_id,
        scheme=Scheme.RSA,
        starts_on=date(2026, 1, 1),
        ends_on=today + timedelta(days=90),
    )
    declare_right_open(scene.network, command, INES)


def expiries(scene: Scene, pathway_id: UUID) -> int:
    events = scene.store.log.stream(pathway_id)
    return sum(event.fact.topic == "right-expired" for event in events)


def wait_for_expiry(scene: Scene, pathway_id: UUID) -> None:
    end = monotonic() + PATIENCE
    while not expiries(scene, pathway_id) and monotonic() < end:
        sleep(0.02)


def test_a_right_ends_by_itself_and_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "EVERY", 0.02)
    with scene_on(installed(settings)) as scene:
        awa = scene.person()
        right_of(scene, awa)
        with opened_clocks(settings, scene.store) as today:
            while watch_pathways(today):
                pass
            assert list(run_clocks(today)) == []  # its day has not come
        assert expiries(scene, awa) == 0
        with a_year_later(settings, scene.store):
            wait_for_expiry(scene, awa)
        with a_year_later(settings, scene.store), a_year_later(settings, scene.store):
            sleep(20 * clocks.EVERY)
        assert expiries(scene, awa) == 1

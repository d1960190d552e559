"""The retention policy on a real history: announced, ended, then erased when nobody is left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from application.erasures.erasing import Erasing
from application.erasures.ports import ErasureState
from application.erasures.resume_erasures import resume_erasures
from application.retention.run_retention import Outcome, run_retention
from domain.pathway.pathway import Pathway
from infrastructure.settings import Settings
from seeds.rules.shipped import shipped_retention
from tests.infrastructure.databases import installed
from tests.infrastructure.erasures.scene import Scene, scene_on

POLICY = shipped_retention()
YEAR = timedelta(days=366)


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    with scene_on(installed(settings)) as scene:
        yield scene


def after(scene: Scene, wait: timedelta) -> Erasing:
    """The same, that much later."""
    network = replace(scene.network, clock=lambda: datetime.now(UTC) + wait)
    return replace(scene.erasing, network=network)


def outcomes(erasing: Erasing, *, dry_run: bool = False) -> list[Outcome]:
    return [one.outcome for one in run_retention(erasing, POLICY, dry_run=dry_run)]


def test_an_access_ends_after_it_was_announced_and_the_archive_is_erased(scene: Scene) -> None:
    awa = scene.person()
    assert outcomes(after(scene, YEAR)) == []
    late = after(scene, 2 * YEAR)
    assert outcomes(late, dry_run=True) == outcomes(late) == [Outcome.ANNOUNCED]
    assert outcomes(late) == []
    later = after(scene, 2 * YEAR + timedelta(days=40))
    assert outcomes(later) == [Outcome.ENDED]
    archived = scene.store.log.load(Pathway, awa)
    assert not archived.sharing.circle
    assert archived.person.called
    last = after(scene, 4 * YEAR)
    assert outcomes(last, dry_run=True) == outcomes(last) == [Outcome.ERASED]
    (erasure,) = resume_erasures(last)
    assert (erasure.state, erasure.asked_by) == (ErasureState.CERTIFIED, None)
    assert scene.store.log.load(Pathway, awa).erasing.done
    assert outcomes(last) == []

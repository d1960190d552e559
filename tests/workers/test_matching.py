"""Pathways are compared by a thread of the process that serves, once lists have come to them."""

from time import monotonic, sleep
from uuid import UUID

import pytest

from application.people.declare_identity import DeclareIdentity, declare_identity
from domain.pathway.pathway import Pathway
from infrastructure.settings import Settings
from tests.application.duplicates.scene import ALIKE, AWA
from tests.infrastructure.databases import installed
from tests.infrastructure.erasures.scene import INES, Scene, scene_on
from workers.composition import comparing_pathways, following_views

PATIENCE = 60  # seconds, on a busy machine


def told(scene: Scene, pathway_id: UUID) -> list[UUID]:
    pathway = scene.store.log.load(Pathway, pathway_id)
    return [flag.other_id for flag in pathway.duplicates.by_id.values()]


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_whoever_was_there_first_is_told_without_anybody_asking(settings: Settings) -> None:
    with (
        scene_on(installed(settings)) as scene,
        comparing_pathways(scene.settings, scene.store),
        following_views(scene.settings, scene.store),
    ):
        first, second = scene.person("Awa"), scene.person("Hawa")
        for pathway_id, identity in ((first, AWA), (second, ALIKE)):
            command = DeclareIdentity(pathway_id=pathway_id, identity=identity)
            declare_identity(scene.network, command, INES)
        until = monotonic() + PATIENCE
        while not told(scene, first) and monotonic() < until:
            sleep(0.05)
        assert told(scene, first) == [second]

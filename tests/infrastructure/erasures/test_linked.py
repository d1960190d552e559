"""An erasure covers the pathways that are linked, on one approval and one certificate."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest

from application.duplicates.link_pathways import LinkPathways, link_pathways
from application.erasures.carrying_out import record
from application.erasures.certificate import certificate
from application.erasures.ports import Erasure, ErasureState
from application.erasures.refusals import NotCertifiedYet
from application.erasures.resume_erasures import resume_erasures
from domain.pathway.erasing import ErasureReason
from domain.pathway.opening import PathwayNotOpened
from infrastructure.settings import Settings
from tests.infrastructure.databases import installed
from tests.infrastructure.erasures.scene import INES, Scene, scene_on


@pytest.fixture
def scene(settings: Settings) -> Iterator[Scene]:
    with scene_on(installed(settings)) as scene:
        yield scene


def linked(scene: Scene, *names: str) -> list[UUID]:
    """A chain of pathways, each linked with the next."""
    people = [scene.person(name) for name in names]
    for one, next_one in pairwise(people):
        link_pathways(scene.network, LinkPathways(pathway_id=one, linked_id=next_one), INES)
    return people


def must_be_gone(scene: Scene, pathway_id: UUID) -> None:
    with pytest.raises(PathwayNotOpened):
        scene.network.pathway_known_to(INES, pathway_id)


def test_from_the_approval_on_nobody_knows_of_either(scene: Scene) -> None:
    awa, aya, eva = linked(scene, "Awa", "Aya", "Eva")
    other = scene.person("Binta")
    erasure = scene.approved(scene.asked(awa))
    for pathway_id in (awa, aya, eva):
        must_be_gone(scene, pathway_id)
    assert scene.network.pathway_known_to(INES, other).person.called == "Binta"
    assert {part.pathway_id for part in scene.erasing.erasures.parts_of(erasure.id)} == {aya, eva}
    resume_erasures(scene.erasing)
    assert resume_erasures(scene.erasing) == []
    ended = scene.erasing.erasures.find(erasure.id)
    assert ended
    parts = scene.erasing.erasures.parts_of(erasure.id)
    told = certificate(ended, parts)
    assert "Linked pathways: 2" in told
    assert f"Facts: {sum(one.facts for one in (ended, *parts))}" in told
    assert all(part.facts > 3 and part.keys for part in parts)


def test_the_certificate_waits_for_all(scene: Scene) -> None:
    awa, _ = linked(scene, "Awa", "Aya")
    erasure = scene.approved(scene.asked(awa))
    parts = scene.erasing.erasures.parts_of(erasure.id)
    with pytest.raises(NotCertifiedYet):
        certificate(erasure, parts)


def cut_before(scene: Scene, erasure: Erasure) -> Erasure:
    """Approved, and killed before anything was said in the history."""
    approved = replace(erasure, approved_at=scene.network.clock(), state=ErasureState.APPROVED)
    assert scene.erasing.erasures.advance(approved, was=ErasureState.ASKED)
    return approved


def test_one_that_was_cut_still_covers_what_was_linked(scene: Scene) -> None:
    awa, aya = linked(scene, "Awa", "Aya")
    erasure = cut_before(scene, scene.asked(awa))
    resume_erasures(scene.erasing)
    resume_erasures(scene.erasing)
    must_be_gone(scene, aya)
    states = {one.state for one in scene.erasing.erasures.parts_of(erasure.id)}
    assert states == {ErasureState.CERTIFIED}
    ended = scene.erasing.erasures.find(erasure.id)
    assert ended
    assert ended.is_over


def test_what_ends_by_policy_covers_no_other(scene: Scene) -> None:
    awa, aya = linked(scene, "Awa", "Aya")
    asked_at = scene.network.clock()
    by_policy = Erasure(
        id=UUID(int=1),
        pathway_id=awa,
        reason=ErasureReason.RETENTION_ENDED,
        asked_at=asked_at,
        approved_at=asked_at,
        state=ErasureState.APPROVED,
    )
    record(scene.erasing, scene.erasing.erasures.add(by_policy))
    must_be_gone(scene, awa)
    assert scene.network.pathway_known_to(INES, aya).person.called == "Aya"

"""Linked and unlinked in any order, no fact is lost, nor shown without a ground of its own."""

from collections import Counter
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import read_timeline
from domain.data_classes import DataClass
from domain.refusals import DomainError
from tests.application.duplicates.scene import Scene

PEOPLE = 3
STEPS = st.tuples(
    st.sampled_from(["link", "unlink", "note", "health", "match"]),
    st.integers(0, PEOPLE - 1),
    st.integers(0, PEOPLE - 1),
    st.booleans(),
)


def take(scene: Scene, pathways: list[UUID], step: tuple[str, int, int, bool]) -> None:
    what, one, other, by_paul = step
    by = scene.paul if by_paul else scene.ines
    match what:
        case "link":
            scene.link(pathways[one], pathways[other], by)
        case "unlink":
            scene.unlink(pathways[one], pathways[other], by)
        case "note":
            scene.noted(pathways[one], by)
        case "health":
            scene.noted(pathways[one], by, DataClass.HEALTH)
        case _:
            scene.match()


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, max_size=12))
def test_in_any_order(steps: list[tuple[str, int, int, bool]]) -> None:
    scene = Scene()
    pathways = [scene.person(scene.paul), scene.person(scene.ines), scene.person(scene.ines)]
    scene.let_in(pathways[2], scene.paul, scene.ines)
    for step in steps:
        try:
            take(scene, pathways, step)
        except DomainError:
            continue
    for viewer in (scene.paul, scene.ines):
        for pathway_id in pathways:
            only_what_its_own_grounds_open(scene, pathways, pathway_id, viewer)
    for one in pathways:
        for other in scene.linked(one):
            assert one in scene.linked(other)


def only_what_its_own_grounds_open(
    scene: Scene, pathways: list[UUID], pathway_id: UUID, viewer: object
) -> None:
    network = scene.town.network
    sights = {one: network.sight(scene.town.pathway(one), viewer) for one in pathways}  # type: ignore[arg-type] # a member
    if not sights[pathway_id].of_anything():
        return
    seen = read_timeline(network, scene.traces, PathwayAsked(pathway_id), viewer)  # type: ignore[arg-type] # a member
    shown = Counter(entry.pathway_id for entry in seen)
    for one in pathways:
        visible = len(sights[one].visible(network.log.stream(one)))
        assert shown[one] in {0, visible}  # all that its grounds open, or it is not linked
    assert shown[pathway_id] == len(sights[pathway_id].visible(network.log.stream(pathway_id)))
    assert set(scene.linked(pathway_id)) >= {one for one in scene.linked(pathway_id) if shown[one]}

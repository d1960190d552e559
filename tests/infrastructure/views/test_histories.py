"""Whatever happened: how rows came about changes nothing, nor does what a viewer may not see."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.views.agenda import AgendaRow, agenda_rows
from application.views.caseload import (
    CaseloadEntry,
    CaseloadFilter,
    caseload_entry,
    caseload_rows_now,
)
from application.views.folded import Folded
from application.views.memo import Memo
from application.views.people import person_of
from application.views.reach import Reach
from application.views.referrals import Box, ReferralRow, referral_rows
from domain.access import CLASSES_OF_THE_LAW, Sight
from domain.members import Member
from domain.pathway.pathway import Pathway
from tests.infrastructure.views.histories import PATHWAYS, PEOPLE, Told, histories
from tests.infrastructure.views.scene import Scene, opened

R = TypeVar("R", AgendaRow, ReferralRow)
on_one_scene = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # emptied by each example
)


def begin(scene: Scene, history: Iterable[Told], *, batches: Iterable[int] = ()) -> None:
    """Tell a history, projecting after these numbers of facts, and at its end."""
    scene.empty()
    stops = set(batches)
    for number, pathway_id in enumerate(PATHWAYS):
        scene.tell(pathway_id, opened(f"Awa {number}", by=PEOPLE[number]))
    for count, told in enumerate(history):
        scene.tell(told.pathway_id, told.fact, by=told.by)
        if count in stops:
            scene.project()
    scene.project()


def seen_by(scene: Scene, viewer: Member) -> dict[UUID, Folded]:
    """Each pathway of the viewer's circle, as if nothing else had ever been recorded."""
    seen = {}
    for pathway_id in PATHWAYS:
        events = scene.log.stream(pathway_id)
        sight = Sight(Pathway(pathway_id).after(events), viewer, CLASSES_OF_THE_LAW)
        if sight.of_anything():
            seen[pathway_id] = Folded.of(pathway_id).after(sight.visible(events))
    return seen


@on_one_scene
@given(history=histories, batches=st.sets(st.integers(0, 90)))
def test_followed_or_made_again_rows_are_the_same(
    scene: Scene, history: list[Told], batches: set[int]
) -> None:
    begin(scene, history, batches=batches)
    followed = scene.rows()
    assert scene.projection.state().parked == ()
    scene.rebuild()
    assert scene.rows() == followed


@on_one_scene
@given(history=histories, viewer=st.sampled_from(PEOPLE))
def test_a_caseload_tells_what_the_viewer_may_see_and_nothing_moves_it_else(
    scene: Scene, history: list[Told], viewer: Member
) -> None:
    begin(scene, history)
    expected = dict[UUID, CaseloadEntry]()
    for pathway_id, folded in seen_by(scene, viewer).items():
        rows = [row for row in caseload_rows_now(folded) if reach(viewer).includes(row)]
        expected[pathway_id] = caseload_entry(rows, person=person_of(folded))
    told = [
        entry
        for is_open in (True, False)
        for entry in scene.caseload(viewer, wanted=CaseloadFilter(is_open=is_open))
    ]
    assert {entry.pathway_id: entry for entry in told} == expected
    assert len(told) == len(expected)


@on_one_scene
@given(history=histories, viewer=st.sampled_from(PEOPLE))
def test_neither_do_an_agenda_nor_the_boxes(
    scene: Scene, history: list[Told], viewer: Member
) -> None:
    begin(scene, history)
    agenda = [entry.row for entry in scene.agenda(viewer)]
    assert sorted(agenda) == sorted(expected_rows(scene, viewer, agenda_rows))
    boxes = [
        entry.row
        for box in Box
        for is_open in (True, False)
        for entry in scene.box(viewer, box, is_open=is_open)
    ]
    assert sorted(boxes) == sorted(expected_rows(scene, viewer, referral_rows))


@on_one_scene
@given(history=histories, viewer=st.sampled_from(PEOPLE))
def test_a_page_read_behind_its_streams_is_that_of_a_view_which_came_up(
    scene: Scene, history: list[Told], viewer: Member
) -> None:
    begin(scene, ())
    for told in history:
        scene.tell(told.pathway_id, told.fact, by=told.by)
    before = {entry.pathway_id: entry for entry in scene.caseload(viewer)}
    scene.project()
    after = {entry.pathway_id: entry for entry in scene.caseload(viewer)}
    assert before.items() <= after.items()


def reach(viewer: Member) -> Reach:
    return Reach.of(viewer, CLASSES_OF_THE_LAW)


def expected_rows(
    scene: Scene, viewer: Member, rows_of: Callable[[Folded, Memo], tuple[tuple[R, ...], ...]]
) -> list[R]:
    return [
        row
        for folded in seen_by(scene, viewer).values()
        for row in chain.from_iterable(rows_of(folded, Memo()))
        if reach(viewer).includes(row)
    ]

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from application.views.read_projection import read_projection
from application.views.refusals import AnotherRebuild, NoSuchView
from application.views.view import VIEWS
from infrastructure.views.generations import Filling, go_on
from infrastructure.views.tables import OF_VIEW, generations
from tests.domain.pathway.people import CCAS
from tests.infrastructure.views.scene import (
    AWA,
    BINTA,
    CLEO,
    INES,
    ROSE,
    Scene,
    booked,
    joined,
    opened,
)


class Killed(BaseException):
    """The process was killed here."""


def kill_once(what: Callable[[], None] = lambda: None) -> Callable[[int, int], None]:
    def progress(*_: int) -> None:
        what()
        raise Killed

    return progress


def many(scene: Scene, count: int) -> None:
    for number in range(1, count + 1):
        scene.tell(UUID(int=number), opened(), booked())


def spoil(scene: Scene, view: str) -> None:
    """Rows that no history tells, as an older definition may have left."""
    with scene.engine.begin() as connection:
        connection.execute(OF_VIEW[view].delete())
        connection.execute(update(generations).where(generations.c.view == view).values(version=0))


def test_rows_made_again_are_those_that_were_followed(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), booked())
    scene.project()
    followed = scene.rows()
    scene.rebuild()
    assert scene.rows() == followed


def test_one_view_is_made_again_alone(scene: Scene) -> None:
    scene.tell(AWA, opened(), booked())
    scene.project()
    rows = scene.rows()
    spoil(scene, "agenda")
    assert scene.rebuilding.outdated() == {"agenda"}
    assert read_projection(scene.network, scene.projection).outdated == ("agenda",)
    scene.rebuild("agenda")
    assert scene.rows() == rows
    assert scene.rebuilding.outdated() == set()


def test_what_is_recorded_meanwhile_is_not_missed(scene: Scene) -> None:
    many(scene, 3)
    scene.project()

    def meanwhile(*_: int) -> None:
        scene.tell(UUID(int=1), joined(CCAS))
        scene.tell(CLEO, opened("Cleo"))
        scene.project()
        scene.tell(UUID(int=2), joined(CCAS))  # not even followed

    scene.rebuilding.rebuild(VIEWS, meanwhile)
    assert {entry.pathway_id for entry in scene.caseload(ROSE)} >= {UUID(int=1)}
    scene.project()
    rows = scene.rows()
    scene.rebuild()
    assert scene.rows() == rows


def test_reads_go_on_from_the_rows_there_are(scene: Scene) -> None:
    many(scene, 3)
    scene.project()
    before = scene.caseload(INES)
    scene.rebuilding.rebuild(VIEWS, lambda *_: _same(scene, before))
    assert scene.caseload(INES) == before


def _same(scene: Scene, before: object) -> None:
    assert scene.caseload(INES) == before


def test_a_rebuild_that_was_killed_goes_on_where_it_stood(scene: Scene) -> None:
    many(scene, 450)  # three transactions
    scene.project()
    rows = scene.rows()
    with pytest.raises(Killed):
        scene.rebuilding.rebuild(VIEWS, kill_once())
    assert set(read_projection(scene.network, scene.projection).rebuilding) == VIEWS.keys()
    assert scene.rows() == rows
    scene.tell(UUID(int=1), joined(CCAS))
    read = list[int]()
    scene.rebuilding.rebuild(VIEWS, lambda done, _: read.append(done))
    assert max(read) == 2 * 250  # of what is left, not of all
    scene.project()
    rows = scene.rows()
    scene.rebuild()
    assert scene.rows() == rows


def test_a_rebuild_of_other_views_begins_anew(scene: Scene) -> None:
    many(scene, 3)
    scene.project()
    rows = scene.rows()
    with pytest.raises(Killed):
        scene.rebuilding.rebuild(["caseload", "agenda"], kill_once())
    scene.rebuild("caseload")
    scene.rebuild("agenda", "people")
    assert scene.rows() == rows
    assert scene.projection.state().rebuilding == ()


def test_two_rebuilds_of_a_view_do_not_mix(scene: Scene) -> None:
    many(scene, 3)
    scene.project()
    rows = scene.rows()
    with pytest.raises(AnotherRebuild):
        scene.rebuilding.rebuild(["people"], lambda *_: scene.rebuild("people"))
    assert scene.rows() == rows


def test_nothing_is_left_of_generations_that_nobody_reads(scene: Scene) -> None:
    many(scene, 3)
    scene.project()
    with pytest.raises(Killed):
        scene.rebuilding.rebuild(["caseload"], kill_once())
    scene.rebuild()
    for table in OF_VIEW.values():
        with scene.engine.connect() as connection:
            kinds = func.count(table.c.generation.distinct())
            assert connection.scalar(select(kinds)) in {0, 1}


def test_a_projector_goes_on_after_the_swap(scene: Scene) -> None:
    many(scene, 2)
    scene.project()
    scene.rebuild()
    scene.tell(UUID(int=1), joined(CCAS))
    assert scene.projector.step().overtaken
    scene.project()
    assert [entry.pathway_id for entry in scene.caseload(ROSE)] == [UUID(int=1)]


def test_a_history_never_projected_is_followed_from_where_the_rebuild_came(scene: Scene) -> None:
    many(scene, 3)
    scene.rebuild()
    assert scene.projection.state().position == scene.log.head()
    assert len(scene.caseload(INES)) == 3


def test_a_stream_that_cannot_be_read_is_parked_and_the_others_are_made(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    damaged = scene.tell(BINTA, opened("Binta"))
    scene.project()
    scene.log.damage(damaged.position)
    scene.rebuild()
    assert [entry.pathway_id for entry in scene.caseload(INES)] == [AWA]
    assert [parked.stream_id for parked in scene.projection.state().parked] == [BINTA]


@pytest.mark.parametrize("defect", [{"called": ["Awa"]}, {"opened_by": "Awa"}])
def test_a_stream_that_cannot_be_projected_is_parked_and_the_others_are_made(
    scene: Scene, defect: dict[str, object]
) -> None:
    many(scene, 5)
    scene.tell(AWA, opened("Awa").model_copy(update=defect))
    scene.rebuild()
    assert len(scene.caseload(INES)) == 5
    assert [parked.stream_id for parked in scene.projection.state().parked] == [AWA]


@pytest.mark.parametrize("defect", [{"called": ["Awa"]}, {"opened_by": "Awa"}])
def test_one_that_comes_during_a_rebuild_is_parked_too(
    scene: Scene, defect: dict[str, object]
) -> None:
    many(scene, 3)

    def meanwhile(*_: int) -> None:
        scene.tell(AWA, opened("Awa").model_copy(update=defect))
        scene.tell(BINTA, opened("Binta"))

    scene.rebuilding.rebuild(VIEWS, meanwhile)
    assert len(scene.caseload(INES)) == 4
    assert [parked.stream_id for parked in scene.projection.state().parked] == [AWA]


def test_a_rebuild_tries_parked_streams_again(scene: Scene) -> None:
    scene.log.damage(scene.tell(AWA, opened()).position)
    scene.project()
    scene.log.repair()
    scene.rebuild()
    assert [entry.pathway_id for entry in scene.caseload(INES)] == [AWA]
    assert scene.projection.state().parked == ()


def test_a_stream_unparked_during_a_rebuild_is_in_the_new_rows(scene: Scene) -> None:
    many(scene, 3)
    scene.log.damage(1)
    scene.project()

    def repaired(*_: int) -> None:
        scene.log.repair()
        scene.parked.retry()

    scene.rebuilding.rebuild(["caseload"], repaired)
    assert len(scene.caseload(INES)) == 3


def test_only_views_that_exist_are_made_again(scene: Scene) -> None:
    with pytest.raises(NoSuchView):
        scene.rebuild("casebook")


def test_progress_tells_events_read_of_how_many(scene: Scene) -> None:
    many(scene, 3)
    told = list[tuple[int, int]]()
    scene.rebuilding.rebuild(VIEWS, lambda *done: told.append(done))
    assert told == [(6, 6)]


def test_a_filling_that_somebody_else_moved_is_given_up(scene: Scene) -> None:
    nobodys = Filling({"caseload": 7}, position=0, through=None)
    with scene.engine.begin() as connection, pytest.raises(AnotherRebuild):
        go_on(connection, nobodys, nobodys)

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from uuid import UUID

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from application.refusals import StoreUnavailable
from application.views.read_projection import read_projection
from application.views.refusals import NotParked
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.sharing.facts import OrganisationLeft
from tests.domain.pathway.people import CCAS, MARCH_5
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


class NotOfAnyView(Fact, topic="test-not-of-any-view", lowest=DataClass.IDENTITY):
    pass


@contextmanager
def cut_before_commit(scene: Scene) -> Iterator[None]:
    """The connection is lost when a transaction is about to be committed."""

    def cut(_: Connection) -> None:
        raise OperationalError("COMMIT", None, Exception("the server is gone"))

    event.listen(scene.engine, "commit", cut)
    try:
        yield
    finally:
        event.remove(scene.engine, "commit", cut)


def in_caseload(scene: Scene) -> list[UUID]:
    return [entry.pathway_id for entry in scene.caseload(INES)]


def test_rows_and_checkpoint_move_together_or_not_at_all(scene: Scene) -> None:
    scene.tell(AWA, opened(), booked())
    with cut_before_commit(scene), pytest.raises(StoreUnavailable):
        scene.projector.step()
    assert all(rows == set() for rows in scene.rows().values())
    assert scene.projection.state().position == 0
    scene.project()
    assert in_caseload(scene) == [AWA]


def test_a_projector_that_starts_again_goes_on_from_the_checkpoint(scene: Scene) -> None:
    scene.tell(AWA, opened())
    scene.project()
    scene.tell(AWA, joined(CCAS), booked())
    scene.projector = scene.another_projector()
    scene.project()
    (entry,) = scene.caseload(ROSE)
    assert entry.due_at is not None
    assert scene.projection.state().position == 3


def test_rows_that_are_no_more_are_gone(scene: Scene) -> None:
    scene.tell(AWA, opened(), joined(CCAS), booked())
    scene.project()
    scene.tell(AWA, OrganisationLeft(occurred_at=MARCH_5, left_id=CCAS))
    scene.project()
    for view in ("caseload", "agenda", "names"):
        assert {row[1] for row in scene.rows()[view]} == {INES.organisation_id}


def test_of_two_projectors_one_writes_and_the_other_starts_over(scene: Scene) -> None:
    first, second = scene.projector, scene.another_projector()
    scene.tell(AWA, opened("Awa"))
    assert first.step().events == 1
    assert second.step().events == 0
    scene.tell(AWA, booked())
    scene.tell(BINTA, opened("Binta"))
    assert first.step().events == 2
    assert second.step().overtaken
    scene.tell(BINTA, booked())
    assert second.step().events == 1
    assert first.step().overtaken
    assert set(in_caseload(scene)) == {AWA, BINTA}
    rows = scene.rows()
    scene.rebuild()
    assert scene.rows() == rows


def test_two_projectors_at_once_give_the_rows_of_one(scene: Scene) -> None:
    for number in range(1, 60):
        scene.tell(UUID(int=number % 7 + 1), *([opened()] if number < 8 else [booked()]))
    projectors = [scene.another_projector(), scene.another_projector()]

    def work(number: int) -> None:
        idle = 0
        while idle < 3:
            idle = 0 if projectors[number].step().events else idle + 1

    threads = [Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert scene.projection.state().position == scene.log.head()
    rows = scene.rows()
    scene.rebuild()
    assert scene.rows() == rows


def test_a_stream_that_cannot_be_read_is_parked_and_the_others_go_on(scene: Scene) -> None:
    scene.tell(AWA, opened("Awa"))
    scene.tell(BINTA, opened("Binta"))
    scene.project()
    damaged = scene.tell(AWA, booked())
    scene.log.damage(damaged.position)
    scene.tell(CLEO, opened("Cleo"))
    scene.tell(AWA, booked())
    scene.project()
    assert set(in_caseload(scene)) == {BINTA, CLEO}
    (parked,) = scene.projection.state().parked
    assert (parked.stream_id, parked.position) == (AWA, damaged.position)
    assert parked.code == "event-unreadable"
    assert scene.projection.state().position == scene.log.head()


def test_a_damaged_event_met_again_on_a_cold_start_parks_its_stream(scene: Scene) -> None:
    damaged = scene.tell(AWA, opened("Awa"))
    scene.tell(BINTA, opened("Binta"))
    scene.project()
    scene.log.damage(damaged.position)
    scene.tell(AWA, booked())
    scene.tell(BINTA, booked())
    scene.projector = scene.another_projector()
    scene.project()
    assert in_caseload(scene) == [BINTA]


NOT_FOLDED = {"called": ["Awa Secret"]}
NOT_WRITTEN = {"opened_by": "Awa Secret"}


@pytest.mark.parametrize("defect", [NOT_FOLDED, NOT_WRITTEN])
def test_a_stream_that_cannot_be_projected_is_parked_without_a_word_of_it(
    scene: Scene, defect: dict[str, object]
) -> None:
    scene.tell(BINTA, opened("Binta"))
    broken = scene.tell(AWA, opened("Awa").model_copy(update=defect))
    scene.tell(CLEO, opened("Cleo"))
    parked = [stream for _ in range(3) for stream in scene.projector.step().parked]
    assert parked == [AWA]
    assert set(in_caseload(scene)) == {BINTA, CLEO}
    (kept,) = scene.projection.state().parked
    assert kept.position == broken.position
    assert "Secret" not in kept.code
    scene.tell(AWA, booked())
    scene.project()
    assert len(scene.projection.state().parked) == 1


def test_a_repaired_stream_is_followed_again(scene: Scene) -> None:
    scene.log.damage(scene.tell(AWA, opened()).position)
    scene.project()
    assert not scene.parked.unpark(AWA)
    scene.log.repair()
    scene.tell(AWA, joined(CCAS))
    scene.project()
    assert scene.parked.unpark(AWA)
    scene.tell(AWA, booked())
    scene.project()
    (entry,) = scene.caseload(ROSE)
    assert entry.due_at is not None
    assert scene.projection.state().parked == ()


def test_only_a_parked_stream_is_unparked(scene: Scene) -> None:
    with pytest.raises(NotParked):
        scene.parked.unpark(AWA)


def test_streams_of_no_view_are_passed_over(scene: Scene) -> None:
    scene.tell(AWA, NotOfAnyView(occurred_at=MARCH_5))
    scene.project()
    scene.tell(AWA, NotOfAnyView(occurred_at=MARCH_5))
    scene.project()
    assert scene.projection.state().position == 2
    assert scene.projection.state().parked == ()


def test_the_state_of_the_projection_is_told(scene: Scene) -> None:
    scene.tell(AWA, opened())
    waiting = read_projection(scene.network, scene.projection)
    assert (waiting.position, waiting.head, waiting.lag) == (0, 1, 1)
    assert waiting.behind.total_seconds() > 0
    scene.project()
    reached = read_projection(scene.network, scene.projection)
    assert (reached.lag, reached.behind.total_seconds()) == (0, 0)
    assert (reached.parked, reached.rebuilding, reached.outdated) == ((), (), ())


def test_an_event_that_cannot_be_read_does_not_hide_the_state(scene: Scene) -> None:
    scene.log.damage(scene.tell(AWA, opened()).position)
    assert read_projection(scene.network, scene.projection).lag == 1

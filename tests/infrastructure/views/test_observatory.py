"""What is kept ready tells the same figures as the events do, whatever happened."""

from datetime import date
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.observatory.figures_told import FiguresReplayed, FiguresTold
from application.observatory.read_figures import read_figures
from application.observatory.replay_figures import replay_figures
from domain.members import Profession, Role
from domain.observatory.asked import FiguresAsked, Split
from domain.observatory.indicators import Indicator
from domain.organisation.organisation import FOUNDER
from tests.domain.observatory.test_activities import DISTRIBUTION, TOUR, met
from tests.domain.pathway.people import CCAS, RELAIS
from tests.infrastructure.views.histories import PATHWAYS, PEOPLE, Told, histories
from tests.infrastructure.views.scene import Scene, member, opened

CORA = member(FOUNDER, Profession.OTHER, 70, Role.COORDINATOR)
YEAR = FiguresAsked(first=date(2026, 1, 1), last=date(2026, 12, 31))

questions = st.builds(
    FiguresAsked,
    first=st.dates(date(2026, 1, 1), date(2026, 4, 1)),
    last=st.dates(date(2026, 4, 1), date(2026, 12, 31)),
    organisation_id=st.sampled_from((None, RELAIS, CCAS)),
    commune=st.sampled_from((None, "63338")),
    split=st.sampled_from(tuple(Split)),
)


def read(scene: Scene, asked: FiguresAsked = YEAR) -> FiguresTold:
    return read_figures(scene.network, scene.views, asked, CORA)


def replay(scene: Scene, position: int, asked: FiguresAsked = YEAR) -> FiguresReplayed:
    return replay_figures(scene.network, asked, CORA, position=position, progress=lambda *_: None)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # emptied by each example
)
@given(history=histories, asked=questions, stop=st.integers(0, 90))
def test_a_figure_is_replayed_to_the_same_number_however_long_ago_it_was_told(
    scene: Scene, history: list[Told], asked: FiguresAsked, stop: int
) -> None:
    scene.empty()
    for number, pathway_id in enumerate(PATHWAYS):
        scene.tell(pathway_id, opened(f"Awa {number}", by=PEOPLE[number]))
    for told in history[:stop]:
        scene.tell(told.pathway_id, told.fact, by=told.by)
    scene.project()
    then = read(scene, asked)
    for told in history[stop:]:
        scene.tell(told.pathway_id, told.fact, by=told.by)
    scene.project()
    for told_then in (then, read(scene, asked)):
        again = replay(scene, told_then.position, asked)
        assert again.figures == told_then.figures
        assert (again.erased_since, again.taken_out_since, again.left_out) == (0, 0, 0)


def test_activities_are_kept_ready_and_replayed_too(scene: Scene) -> None:
    scene.tell_activity(TOUR, DISTRIBUTION, met(UUID(int=1)), met(UUID(int=2)))
    scene.project()
    told = read(scene)
    nameless = next(one for one in told.figures if one.indicator is Indicator.NAMELESS_MET)
    assert nameless.whole is not None
    assert nameless.whole.people == 2
    scene.tell_activity(TOUR, met(UUID(int=3)))
    assert replay(scene, told.position).figures == told.figures


def test_a_row_is_one_sealed_word_that_dies_with_the_keys_of_its_pathway(scene: Scene) -> None:
    scene.tell(UUID(int=0xA), opened())
    scene.project()
    ((_, said),) = scene.rows()["observatory"]
    assert "people_met" in str(said)

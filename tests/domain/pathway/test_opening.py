from domain.pathway.opening import MetAt, PathwayAlreadyOpened, PathwayOpened
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_4, MEDIATOR, RELAIS, opened
from tests.domain.scenario import given


def open_it(pathway: Pathway) -> PathwayOpened:
    return pathway.opening.open(
        opened_by=RELAIS,
        referent_id=MEDIATOR,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
        at=MARCH_4,
    )


def test_a_first_name_is_enough_to_open_a_pathway() -> None:
    given().when(open_it).then(opened())


def test_a_pathway_is_opened_once() -> None:
    given(opened()).when(open_it).then_refused(PathwayAlreadyOpened)

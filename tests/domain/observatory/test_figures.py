"""From contributions to figures: sums, people counted once, small numbers kept back."""

from datetime import date
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.observatory.asked import FiguresAsked, Split
from domain.observatory.contributions import Contribution, Place
from domain.observatory.figures import Figure, Kind, Quartiles, Sums
from domain.observatory.indicators import Indicator
from tests.domain.pathway.people import CCAS, RELAIS

MARCH, APRIL = date(2026, 3, 4), date(2026, 4, 4)
YEAR = FiguresAsked(first=date(2026, 1, 1), last=date(2026, 12, 31))
MENAT = (Place(date(2026, 1, 1), "63223"),)


def need(
    kind: str = "housing",
    day: date = MARCH,
    data_class: DataClass = DataClass.SOCIAL,
    by: UUID = RELAIS,
) -> Contribution:
    return Contribution(Indicator.NEEDS, day, by, kind, data_class=data_class)


def waited(days: int, day: date = MARCH) -> Contribution:
    return Contribution(Indicator.DAYS_TO_RIGHT, day, RELAIS, "c2s", value=days)


def figure(sums: Sums, indicator: Indicator = Indicator.NEEDS) -> Figure:
    return next(one for one in sums.figures() if one.indicator is indicator)


def people(how_many: int, *contributions: Contribution, asked: FiguresAsked = YEAR) -> Sums:
    sums = Sums(asked)
    for number in range(how_many):
        sums.add(UUID(int=number), contributions, places=MENAT)
    return sums


def test_time_given_is_told_by_status_and_never_by_member() -> None:
    statuses = {"one": "volunteer", "other": "employee"}
    sums = Sums(YEAR, status_of=lambda _, member: statuses[member])
    given = Contribution(Indicator.WORK_MINUTES, MARCH, RELAIS, "one", value=60)
    sums.add(UUID(int=1), [given, given, given._replace(category="other", value=30)])
    told = figure(sums, Indicator.WORK_MINUTES)
    assert {(cell.kind.category, cell.total) for cell in told.cells} == {
        ("volunteer", 120),
        ("employee", 30),
    }


def test_every_indicator_has_a_figure_in_their_order() -> None:
    assert [one.indicator for one in Sums(YEAR).figures()] == list(Indicator)
    assert all(one.whole is None and one.cells == () for one in Sums(YEAR).figures())


def test_a_cell_tells_people_and_times_and_the_whole_tells_both_over_all() -> None:
    sums = people(2, need(), need("food"), need("food", APRIL))
    told = figure(sums)
    assert [(cell.kind.category, cell.people, cell.times) for cell in told.cells] == [
        ("food", 2, 4),
        ("housing", 2, 2),
    ]
    assert told.whole is not None
    assert (told.whole.people, told.whole.times) == (2, 6)


def test_days_outside_the_period_and_other_organisations_do_not_count() -> None:
    asked = FiguresAsked(first=MARCH, last=MARCH, organisation_id=CCAS)
    sums = people(1, need(by=CCAS), need(day=APRIL, by=CCAS), need("food"), asked=asked)
    assert [cell.kind.category for cell in figure(sums).cells] == ["housing"]


def test_a_person_with_two_linked_pathways_is_one() -> None:
    sums = Sums(YEAR)
    met = Contribution(Indicator.PEOPLE_MET, MARCH, RELAIS)
    for number, linked in ((1, 2), (2, 1), (3, 4)):
        sums.add(UUID(int=number), [met], linked=[UUID(int=linked)])
    whole = figure(sums, Indicator.PEOPLE_MET).whole
    assert whole is not None
    assert whole.people == 2


@pytest.mark.parametrize(
    ("days", "quartiles"),
    [
        ([7], (7, 7, 7)),
        ([2, 4], (2.5, 3, 3.5)),
        ([1, 2, 3, 4, 100], (2, 3, 4)),
    ],
)
def test_days_are_told_by_their_quartiles(
    days: list[int], quartiles: tuple[float, float, float]
) -> None:
    sums = Sums(YEAR)
    for number, one in enumerate(days):
        sums.add(UUID(int=number), [waited(one)])
    (cell,) = figure(sums, Indicator.DAYS_TO_RIGHT).cells
    assert cell.quartiles == Quartiles(*quartiles)
    assert cell.number(Indicator.DAYS_TO_RIGHT.measure) == quartiles[1]


@pytest.mark.parametrize(
    "guarded", [DataClass.MENTAL_HEALTH, DataClass.SCREENING, DataClass.PROTECTION]
)
def test_figures_of_guarded_classes_are_told_from_eleven_people_on(guarded: DataClass) -> None:
    few = people(10, need("mental_health", data_class=guarded))
    assert (figure(few).whole, figure(few).cells) == (None, ())
    enough = people(11, need("mental_health", data_class=guarded))
    assert [cell.people for cell in figure(enough).cells] == [11]


def test_no_total_counts_what_is_not_told() -> None:
    sums = people(10, need(), need("mental_health", data_class=DataClass.MENTAL_HEALTH))
    whole = figure(sums).whole
    assert whole is not None
    assert whole.times == 10


def test_a_cell_of_both_tells_what_may_be_told() -> None:
    sums = people(3, need())
    for number in range(100, 105):
        sums.add(UUID(int=number), [need(data_class=DataClass.PROTECTION)])
    assert [cell.people for cell in figure(sums).cells] == [3]


def test_two_pathways_of_one_person_are_not_two_of_eleven() -> None:
    sums = people(10, need(data_class=DataClass.SCREENING))
    sums.add(UUID(int=99), [need(data_class=DataClass.SCREENING)], linked=[UUID(int=3)])
    assert figure(sums).cells == ()


@pytest.mark.parametrize(
    ("data_class", "told"), [(DataClass.SOCIAL, 1), (DataClass.STATUS, 0), (DataClass.HEALTH, 0)]
)
def test_of_a_commune_only_everyday_classes_are_told(data_class: DataClass, told: int) -> None:
    for asked in (
        YEAR.model_copy(update={"commune": "63223"}),
        YEAR.model_copy(update={"split": Split.COMMUNE}),
    ):
        sums = people(20, need(data_class=data_class), asked=asked)
        assert len(figure(sums).cells) == told


def test_who_lives_elsewhere_does_not_count_for_a_commune() -> None:
    asked = YEAR.model_copy(update={"commune": "63338"})
    assert figure(people(3, need(), asked=asked)).whole is None


@pytest.mark.parametrize(
    ("split", "said"),
    [
        (Split.NOTHING, {""}),
        (Split.MONTH, {"2026-03", "2026-04"}),
        (Split.ORGANISATION, {str(RELAIS), str(CCAS)}),
        (Split.COMMUNE, {"63223"}),
    ],
)
def test_figures_are_split_as_asked(split: Split, said: set[str]) -> None:
    asked = YEAR.model_copy(update={"split": split})
    sums = people(1, need(), need(day=APRIL, by=CCAS), asked=asked)
    assert {cell.kind.split for cell in figure(sums).cells} == said
    assert all(isinstance(cell.kind, Kind) for cell in figure(sums).cells)

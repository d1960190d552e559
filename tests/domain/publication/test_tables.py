"""Tables count people: each once a cell, in margins as in categories."""

import pytest
from pydantic import ValidationError

from domain.publication.release import Tables
from domain.publication.tables import Category, Dimension, Outline, Table, counted
from tests.domain.publication.towns import AGE, BY_NEED, BY_TOWN, NEED, TOWN, people, somebody


def test_a_person_with_two_needs_counts_once_in_the_margin() -> None:
    table = counted(BY_NEED, [somebody("north", "old", "food", "rent")])
    cells = table.cells()
    assert cells["north", "food"] == cells["north", "rent"] == cells["north", "all"] == 1
    assert cells["all", "all"] == 1
    assert cells["north", "bus"] == 0


def test_who_has_no_need_is_not_of_a_table_of_needs() -> None:
    assert set(counted(BY_NEED, people("north", 3)).numbers) == {0}


def test_who_lives_where_no_town_is_named_counts_among_the_others() -> None:
    cells = counted(BY_TOWN, people("far-away", 2)).cells()
    assert cells["others",] == cells["all",] == 2


def test_a_margin_within_a_margin_counts_what_it_holds() -> None:
    places = Dimension(
        code="place",
        categories=(
            Category(code="hills"),
            Category(code="upper", within="hills"),
            Category(code="lower", within="hills"),
        ),
    )
    outline = Outline(code="by-place", counts="people", dimensions=(places,))
    told = [{"place": frozenset({"upper"})}, {"place": frozenset({"lower"})}]
    cells = counted(outline, told).cells()
    assert cells["hills",] == cells["all",] == 2
    assert places.leaves == ("upper", "lower")


def test_hiding_a_cell_leaves_the_others() -> None:
    table = counted(BY_TOWN, people("north", 12)).hiding([("north",)])
    assert table.cells() == {("all",): 12, ("north",): None, ("south",): 0, ("others",): 0}


@pytest.mark.parametrize(
    "categories",
    [
        (Category(code="one"), Category(code="one")),
        (Category(code="one", within="nowhere"),),
        (Category(code="all"),),
    ],
)
def test_categories_are_named_once_and_after_the_one_that_holds_them(
    categories: tuple[Category, ...],
) -> None:
    with pytest.raises(ValidationError):
        Dimension(code="town", categories=categories)


def test_the_rest_is_a_category() -> None:
    with pytest.raises(ValidationError):
        Dimension(code="town", categories=(Category(code="one"),), rest="two")


def test_people_are_in_several_categories_in_one_dimension_at_most() -> None:
    other = NEED.model_copy(update={"code": "wish"})
    with pytest.raises(ValidationError):
        Outline(code="both", counts="people", dimensions=(NEED, other))


def test_a_table_has_a_number_for_each_place() -> None:
    with pytest.raises(ValidationError):
        Table(outline=BY_TOWN, numbers=(1, 2))


def test_a_release_names_each_table_once_and_each_dimension_in_one_way() -> None:
    table = counted(BY_TOWN, [])
    with pytest.raises(ValidationError):
        Tables(year=2025, tables=(table, table))
    fewer = TOWN.model_copy(update={"categories": TOWN.categories[:1], "rest": None})
    other = Outline(code="other", counts="people", dimensions=(fewer, AGE))
    with pytest.raises(ValidationError):
        Tables(year=2025, tables=(table, counted(other, [])))

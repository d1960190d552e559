"""What a release leaves out, and that whoever reads it learns nothing closer than eleven people.

The attack is that of the solver: what is hidden is what a real reader could have recovered.
"""

from collections import Counter

import pytest

from domain.publication.attacking import attacked
from domain.publication.hiding import CannotBeHidden, Why, protected
from domain.publication.linear import Contradiction
from infrastructure.publication.highs import highs
from tests.domain.publication.towns import (
    BY_AGE,
    BY_NEED,
    BY_TOWN,
    hiding,
    naive,
    people,
    shown,
    tables,
)


def test_numbers_of_eleven_people_or_more_are_told() -> None:
    told = tables(people("north", 11) + people("south", 30) + people("others", 12), BY_TOWN)
    released = protected(told, (), highs)
    assert released.tables == told
    assert released.why == {}


def test_a_small_number_is_hidden_with_another_that_would_tell_it() -> None:
    told = tables(people("north", 3) + people("south", 40) + people("others", 25), BY_TOWN)
    released = protected(told, (), highs)
    assert shown(released.tables, "by-town") == {("all",): 68, ("south",): 40}
    assert Counter(released.why.values()) == {Why.SMALL: 1, Why.COMPLEMENT: 1}


def test_nobody_is_a_small_number_too() -> None:
    told = tables(people("north", 40) + people("south", 30), BY_TOWN)
    released = protected(told, (), highs)
    assert ("others",) not in shown(released.tables, "by-town")


def test_what_two_small_numbers_add_up_to_is_told_only_when_it_leaves_them_room() -> None:
    small = tables(people("north", 5) + people("south", 5) + people("others", 30), BY_TOWN)
    assert ("others",) not in shown(protected(small, (), highs).tables, "by-town")
    room = tables(people("north", 6) + people("south", 5) + people("others", 30), BY_TOWN)
    assert shown(protected(room, (), highs).tables, "by-town") == {("all",): 41, ("others",): 30}


def test_a_number_hidden_in_one_table_is_hidden_in_the_other_and_follows_from_neither() -> None:
    told = tables(
        people("north", 20, "young")
        + people("north", 15)
        + people("south", 4, "young")
        + people("south", 14)
        + people("others", 30, "young")
        + people("others", 30),
        BY_TOWN,
        BY_AGE,
    )
    released = protected(told, (), highs)
    by_age = {place for place in shown(released.tables, "by-age") if place[1] == "all"}
    assert by_age == {(town, "all") for (town,) in shown(released.tables, "by-town")}
    assert not attacked([released.tables], highs).recovered


def test_a_margin_that_counts_once_does_not_tell_what_several_needs_hide() -> None:
    told = tables(
        people("north", 12, "old", "food")
        + people("north", 2, "old", "food", "rent")
        + people("south", 30, "old", "rent", "bus"),
        BY_NEED,
    )
    released = protected(told, (), highs)
    assert ("north", "rent") not in shown(released.tables, "by-need")
    assert not attacked([released.tables], highs).recovered


def test_the_attack_succeeds_on_a_release_that_hides_small_numbers_and_nothing_else() -> None:
    told = naive(tables(people("north", 3) + people("south", 40) + people("others", 25), BY_TOWN))
    (found,) = attacked([told], highs).recovered
    assert found.cell.place == ("north",)
    assert (found.span.least, found.span.most) == (3, 3)


def test_the_attack_recovers_a_number_through_another_table() -> None:
    folk = people("north", 20, "young") + people("north", 15) + people("others", 9)
    hidden = [("north",), ("others",)]
    assert not attacked([hiding(tables(folk, BY_TOWN), by_town=hidden)], highs).recovered
    both = hiding(
        tables(folk, BY_TOWN, BY_AGE),
        by_town=hidden,
        by_age=[
            *(("all", age) for age in ("young", "old")),
            *(("others", age) for age in ("all", "young", "old")),
            ("north", "all"),
        ],
    )
    recovered = attacked([both], highs).recovered
    assert {found.cell.place[0] for found in recovered if found.cell.table == "by-town"} == {
        "north",
        "others",
    }


YEAR = people("north", 3) + people("south", 40) + people("others", 25)


def test_a_second_release_of_a_year_where_nothing_moved_is_the_same() -> None:
    first = protected(tables(YEAR, BY_TOWN), (), highs).tables
    again = protected(tables(YEAR, BY_TOWN), (first,), highs)
    assert again.tables == first
    assert set(again.why.values()) == {Why.SMALL, Why.BEFORE}


def test_a_number_that_moved_by_a_few_people_is_not_told_again() -> None:
    first = protected(tables(YEAR, BY_TOWN), (), highs).tables
    later = protected(tables(YEAR + people("south", 2), BY_TOWN), (first,), highs)
    assert shown(later.tables, "by-town") == {}
    assert later.why[next(cell for cell in later.why if cell.place == ("south",))] is Why.NEAR


def test_what_was_hidden_stays_hidden_when_it_has_grown() -> None:
    first = protected(tables(YEAR, BY_TOWN), (), highs).tables
    later = protected(tables(YEAR + people("north", 20), BY_TOWN), (first,), highs)
    assert shown(later.tables, "by-town") == {("all",): 88, ("south",): 40}


def test_a_number_that_fell_is_not_told_again() -> None:
    first = protected(tables(YEAR, BY_TOWN), (), highs).tables
    later = protected(tables(YEAR[20:], BY_TOWN), (first,), highs)
    assert ("south",) not in shown(later.tables, "by-town")


def test_the_attack_takes_consecutive_releases_together() -> None:
    told = tables(YEAR, BY_TOWN)
    first = hiding(told, by_town=[("north",), ("others",)])
    second = hiding(told, by_town=[("north",), ("south",)])
    assert not attacked([first], highs).recovered
    assert not attacked([second], highs).recovered
    together = attacked([first, second], highs).recovered
    assert {found.cell.place for found in together} == {("north",), ("south",), ("others",)}


def test_a_release_that_contradicts_the_one_before_is_no_riddle_but_an_error() -> None:
    first, second = tables(YEAR, BY_TOWN), tables(YEAR[20:], BY_TOWN)
    with pytest.raises(Contradiction):
        attacked([first, hiding(second, by_town=[("north",)])], highs)


def test_a_year_whose_first_release_gives_numbers_away_is_not_published_again() -> None:
    first = naive(tables(YEAR, BY_TOWN))
    with pytest.raises(CannotBeHidden):
        protected(tables(YEAR, BY_TOWN), (first,), highs)

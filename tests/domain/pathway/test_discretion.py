import pytest

from domain.data_classes import DataClass
from domain.pathway.household.discretion import (
    ParentsKeptAway,
    ParentsNoLongerKeptAway,
    ParentsNotKeptAway,
)
from domain.pathway.pathway import Pathway
from tests.domain.pathway.people import MARCH_5, opened
from tests.domain.scenario import given, known

KEPT_AWAY = ParentsKeptAway(occurred_at=MARCH_5)
NO_LONGER = ParentsNoLongerKeptAway(occurred_at=MARCH_5)


def keep_away(pathway: Pathway) -> ParentsKeptAway:
    return pathway.discretion.keep_parents_away(at=MARCH_5)


def stop(pathway: Pathway) -> ParentsNoLongerKeptAway:
    return pathway.discretion.stop_keeping_parents_away(at=MARCH_5)


def test_a_minor_keeps_their_parents_away_as_often_as_they_say_it() -> None:
    given(opened()).when(keep_away).then(KEPT_AWAY)
    given(opened(), KEPT_AWAY).when(keep_away).then(KEPT_AWAY)


def test_the_wish_is_told_among_what_protects() -> None:
    assert KEPT_AWAY.data_class is DataClass.PROTECTION


def test_only_a_wish_that_stands_is_withdrawn() -> None:
    given(opened(), KEPT_AWAY).when(stop).then(NO_LONGER)
    given(opened()).when(stop).then_refused(ParentsNotKeptAway)
    given(opened(), KEPT_AWAY, NO_LONGER).when(stop).then_refused(ParentsNotKeptAway)


@pytest.mark.parametrize(("facts", "kept"), [([], False), ([KEPT_AWAY], True)])
def test_the_wish_is_known(facts: list[ParentsKeptAway], kept: bool) -> None:
    assert known(opened(), *facts).discretion.parents_kept_away is kept

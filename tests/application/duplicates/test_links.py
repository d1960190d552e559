"""Who links, what is then read together, and what a kill between two appends leaves."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.ports import Context, Recorded
from domain.data_classes import DataClass
from domain.kernel import DomainEvent
from domain.pathway.duplicates import (
    DuplicateAlreadyDismissed,
    DuplicateUnknown,
    FlagState,
    LinkAlreadyAsked,
)
from domain.pathway.links import LinkUnknown, PathwayLinkedToItself, PathwaysAlreadyLinked
from domain.pathway.opening import PathwayNotOpened
from tests.application.duplicates.scene import ALIKE, AWA, Scene
from tests.fakes.event_log import EventLogInMemory


class Killed(BaseException):
    pass


@pytest.fixture
def first(scene: Scene) -> UUID:
    return scene.person(scene.paul, AWA)


@pytest.fixture
def second(scene: Scene, first: UUID) -> UUID:
    second = scene.person(scene.ines, ALIKE)
    scene.match()
    assert scene.flags(first, scene.paul)
    return second


def test_one_side_asks_and_the_other_accepts(scene: Scene, first: UUID, second: UUID) -> None:
    scene.confirm(first, second, scene.paul)
    assert scene.linked(first) == []
    scene.match()
    assert [flag.state for flag in scene.flags(second, scene.ines)] == [FlagState.SUGGESTED]
    with pytest.raises(LinkAlreadyAsked):
        scene.confirm(first, second, scene.paul)
    with pytest.raises(LinkAlreadyAsked):
        scene.dismiss(first, second, scene.paul)
    scene.confirm(second, first, scene.ines)
    assert (scene.linked(first), scene.linked(second)) == ([second], [first])
    with pytest.raises(PathwaysAlreadyLinked):
        scene.confirm(first, second, scene.paul)


def test_the_other_side_may_say_that_it_is_somebody_else(
    scene: Scene, first: UUID, second: UUID
) -> None:
    scene.confirm(first, second, scene.paul)
    scene.match()
    scene.dismiss(second, first, scene.ines)
    assert [flag.state for flag in scene.flags(second, scene.ines)] == [FlagState.DISMISSED]
    with pytest.raises(DuplicateAlreadyDismissed):
        scene.dismiss(second, first, scene.ines)
    assert scene.linked(second) == []


def test_what_is_asked_of_somebody_who_may_be_sought_reaches_nobody(
    scene: Scene, first: UUID, second: UUID
) -> None:
    scene.noted(second, scene.ines, DataClass.PROTECTION)
    scene.confirm(first, second, scene.paul)  # answered as ever
    scene.match()
    assert scene.flags(second, scene.ines) == []
    assert [flag.state for flag in scene.flags(first, scene.paul)] == [FlagState.ASKED]


def test_whoever_was_told_nothing_answers_nothing(scene: Scene, first: UUID, second: UUID) -> None:
    for answer in (scene.confirm, scene.dismiss):
        with pytest.raises(DuplicateUnknown):
            answer(second, first, scene.ines)
        with pytest.raises(PathwayNotOpened):
            answer(first, second, scene.ines)


def test_a_member_who_takes_part_in_both_links_at_once(scene: Scene, first: UUID) -> None:
    scene.let_in(first, scene.ines, scene.paul)
    second = scene.person(scene.ines, ALIKE)
    scene.match()
    scene.confirm(second, first, scene.ines)
    assert (scene.linked(first), scene.linked(second)) == ([second], [first])


def test_two_pathways_that_nothing_likens_are_linked_by_who_follows_both(scene: Scene) -> None:
    first, second = scene.person(scene.paul), scene.person(scene.paul)
    scene.link(first, second, scene.paul)
    assert scene.linked(second) == [first]
    with pytest.raises(PathwaysAlreadyLinked):
        scene.link(second, first, scene.paul)
    with pytest.raises(PathwayLinkedToItself):
        scene.link(first, first, scene.paul)
    with pytest.raises(PathwayNotOpened):
        scene.link(first, scene.person(scene.ines), scene.paul)
    with pytest.raises(PathwayNotOpened):
        scene.link(first, uuid4(), scene.paul)


def linked(scene: Scene) -> tuple[UUID, UUID]:
    """Both are followed by the CCAS; the mediator, in the second alone."""
    first, second = scene.person(scene.paul, AWA), scene.person(scene.ines, ALIKE)
    scene.let_in(second, scene.paul, scene.ines)
    scene.noted(first, scene.paul)
    scene.noted(second, scene.ines)
    scene.link(first, second, scene.paul)
    return first, second


def whose(scene: Scene, pathway_id: UUID, viewer: Any) -> set[UUID]:
    return {entry.pathway_id for entry in scene.timeline(pathway_id, viewer)}


def test_linked_pathways_are_read_together_each_on_its_own_grounds(scene: Scene) -> None:
    first, second = linked(scene)
    assert whose(scene, first, scene.paul) == whose(scene, second, scene.paul) == {first, second}
    assert whose(scene, second, scene.ines) == {second}
    with pytest.raises(PathwayNotOpened):
        scene.timeline(first, scene.ines)
    together = scene.timeline(first, scene.paul)
    assert together == sorted(together, key=lambda entry: str(entry.recorded_at))


def test_the_trace_of_a_look_names_both(scene: Scene) -> None:
    first, second = linked(scene)
    scene.timeline(first, scene.paul)
    assert [trace.pathway_id for trace in scene.traces.kept] == [first, second]


def test_a_chain_of_links_is_followed_as_far_as_the_viewer_may_see(scene: Scene) -> None:
    first, second = linked(scene)
    third = scene.person(scene.paul)
    scene.link(second, third, scene.paul)
    assert whose(scene, first, scene.paul) == {first, second, third}
    assert whose(scene, second, scene.ines) == {second}


def test_unlinked_each_is_given_back_as_it_is(scene: Scene) -> None:
    first, second = linked(scene)
    scene.noted(first, scene.paul)
    scene.unlink(second, first, scene.ines)  # either side may
    assert (scene.linked(first), scene.linked(second)) == ([], [])
    assert whose(scene, first, scene.paul) == {first}
    assert whose(scene, second, scene.paul) == {second}
    with pytest.raises(LinkUnknown):
        scene.unlink(first, second, scene.paul)
    scene.link(first, second, scene.paul)  # it was right after all
    assert scene.linked(second) == [first]


def test_read_again_much_later_the_history_links_and_suggests_nothing_more(
    scene: Scene, first: UUID, second: UUID
) -> None:
    scene.confirm(first, second, scene.paul)
    scene.match()
    scene.confirm(second, first, scene.ines)
    scene.unlink(second, first, scene.ines)
    scene.match()
    log = scene.town.network.log
    assert isinstance(log, EventLogInMemory)
    log.answers.clear()
    before = log.head()
    scene.matching.bookmark.at = 0  # type: ignore[attr-defined] # the fake's
    scene.match()
    assert log.head() == before


class CutAfterOne(EventLogInMemory):
    """Killed after the next append."""

    def __init__(self, log: EventLogInMemory) -> None:
        self.__dict__ = log.__dict__

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        super().append(events, context)
        raise Killed


@pytest.mark.parametrize("goes_on", ["by_itself", "asked_again"])
def test_a_link_cut_between_its_two_appends_is_made_on_both(scene: Scene, goes_on: str) -> None:
    first, second = scene.person(scene.paul), scene.person(scene.paul)
    network, key = scene.town.network, uuid4()
    assert isinstance(network.log, EventLogInMemory)
    scene.town.network = type(network)(CutAfterOne(network.log), network.clock, network.rules)
    with pytest.raises(Killed):
        scene.link(first, second, scene.paul, command_id=key)
    scene.town.network = network
    assert (scene.linked(first), scene.linked(second)) == ([second], [])
    if goes_on == "by_itself":
        scene.match()
    else:
        scene.link(first, second, scene.paul, command_id=key)
    assert (scene.linked(first), scene.linked(second)) == ([second], [first])
    before = network.log.head()
    scene.match()
    assert network.log.head() == before

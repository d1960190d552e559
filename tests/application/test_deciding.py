"""What a command is answered, whatever its decision returns."""

from collections.abc import Iterable
from uuid import uuid4

import pytest

from application.commands import Command
from domain.kernel import Fact
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.pathway import Pathway
from domain.pathway.person import CalledOtherwise
from domain.refusals import NotFound
from tests.application.network import NOON, Town

RENAMED = CalledOtherwise(occurred_at=NOON, called="Aya")


def nothing(_: Pathway) -> Iterable[Fact]:
    return []


def test_a_decision_that_changes_nothing_answers_with_the_stream_as_it_stands(town: Town) -> None:
    ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
    pathway_id = town.opened_by(ines)
    head, command = town.network.log.head(), Command()
    for _ in range(2):
        answer = town.network.on_pathway(pathway_id, nothing, command=command, by=ines)
        assert (answer.version, answer.position, answer.repeated) == (1, head, False)
    assert town.network.log.head() == head


def test_a_command_that_changed_something_keeps_its_first_answer(town: Town) -> None:
    ines = town.enrolled(FOUNDER, Profession.MEDIATOR)
    pathway_id = town.opened_by(ines)
    command = Command()
    first = town.network.on_pathway(pathway_id, lambda _: RENAMED, command=command, by=ines)
    town.network.on_pathway(pathway_id, lambda _: RENAMED, command=Command(), by=ines)
    again = town.network.on_pathway(pathway_id, nothing, command=command, by=ines)
    assert again.repeated
    assert again.position == first.position


def test_nothing_is_changed_where_there_is_nothing(town: Town) -> None:
    with pytest.raises(NotFound):
        town.network.decide(Pathway, uuid4(), nothing, command=Command(), by=None)

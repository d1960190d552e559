"""Cells of the access matrix as whole histories, with ids of one's own, to be read from outside."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Profession, Role
from domain.pathway.notes import NoteAdded
from domain.pathway.person import CalledOtherwise
from tests.domain.access.cells import VIEWER, Cell, facts_of
from tests.domain.access.reading import CONSENTS, GROUNDS, PLACES, reads
from tests.domain.pathway.people import CCAS, MARCH_4, NOTE, RELAIS

MARK = "Grenadine"  # what is looked for


class Step(NamedTuple):
    by_viewer: bool  # else by somebody of the organisation that opened the pathway
    facts: list[Fact]


def all_cells() -> list[Cell]:
    return [
        Cell(profession, Role.CASEWORKER, place, ground, consent, data_class)
        for profession, place, ground, consent, data_class in product(
            Profession, PLACES, GROUNDS, CONSENTS, DataClass
        )
    ]


def expected(cell: Cell) -> bool:
    """What the second reading of the rules says."""
    return reads(cell.profession, cell.place, cell.ground, cell.consent, cell.data_class)


def steps_of(cell: Cell, ids: Mapping[UUID, UUID]) -> Iterator[Step]:
    """What is recorded, in order; what the cell asks about is said before or after its ground."""
    first, *rest = [
        retold(fact, ids)
        for fact in facts_of(cell.place, cell.ground, cell.consent, cell.data_class)
    ]
    said = Step(cell.ground == "own_act", [retold(_marked(cell), ids)])
    yield Step(by_viewer=False, facts=[first])
    if cell.ground != "exchange_later":
        yield said
    if rest:
        yield Step(by_viewer=False, facts=rest)
    if cell.ground == "exchange_later":
        yield said


def retold(fact: Fact, ids: Mapping[UUID, UUID]) -> Fact:
    """The same fact about others."""
    told = fact.model_dump_json()
    for before, now in ids.items():
        told = told.replace(str(before), str(now))
    return type(fact).model_validate_json(told)


def ids_of(*, viewer: UUID, organisation: UUID) -> dict[UUID, UUID]:
    return {VIEWER: viewer, CCAS: organisation}


def _marked(cell: Cell) -> Fact:
    if cell.data_class is DataClass.IDENTITY:
        return CalledOtherwise(occurred_at=MARCH_4, called=MARK)
    return NoteAdded(
        occurred_at=MARCH_4,
        data_class=cell.data_class,
        note_id=NOTE,
        written_by=RELAIS,
        text=MARK,
    )

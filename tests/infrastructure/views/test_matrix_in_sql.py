"""The access matrix once more, as rows that PostgreSQL gives to the role of the application."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.members import Profession, Role
from infrastructure.views.tables import OF_VIEW, caseload
from tests.domain.access.cells import VIEWER, Cell, facts_of
from tests.domain.access.reading import CONSENTS, GROUNDS, PLACES, listed, reads
from tests.infrastructure.views.behind_the_wall import as_, every, looking
from tests.infrastructure.views.scene import INES, Scene, booked

HISTORIES = list(product(PLACES, GROUNDS, CONSENTS, DataClass))


def matrix(walled: Scene, histories: Sequence[tuple[str, str, str, DataClass]]) -> list[Any]:
    """The cells of these histories where SQL says otherwise than the second reading."""
    for number, (place, ground, consent, data_class) in enumerate(histories, start=1):
        pathway_id = UUID(int=number)
        walled.tell(pathway_id, *facts_of(place, ground, consent, data_class))
        if data_class is not DataClass.IDENTITY:
            by = INES.model_copy(update={"id": VIEWER}) if ground == "own_act" else INES
            walled.tell(pathway_id, booked(data_class=data_class), by=by)
    walled.project()
    return [wrong for profession in Profession for wrong in _wrong(walled, histories, profession)]


def _wrong(
    walled: Scene, histories: Sequence[tuple[str, str, str, DataClass]], profession: Profession
) -> Iterator[Any]:
    viewer = Cell(profession, Role.CASEWORKER, "", "", "", DataClass.SOCIAL).viewer()
    with looking(walled, as_(viewer)) as connection:
        cases = {(row.pathway_id, row.data_class) for row in every(connection, caseload)}
        days = {(row.pathway_id, row.data_class) for row in every(connection, OF_VIEW["agenda"])}
        named = {row.pathway_id for row in every(connection, OF_VIEW["people"])}
    for number, history in enumerate(histories, start=1):
        place = (UUID(int=number), history[-1])
        expected = listed(profession, *history)
        shown = {place in cases, place in days or (history[-1] is DataClass.IDENTITY and expected)}
        if shown != {expected} or (expected and not reads(profession, *history)):
            yield profession, history, expected, shown
        if (UUID(int=number) in named) is not listed(profession, *history[:-1], "identity"):
            yield profession, history, "named"


def test_some_cells_of_the_access_matrix_through_sql(walled: Scene) -> None:
    assert matrix(walled, HISTORIES[::11]) == []


@pytest.mark.long
def test_every_cell_of_the_access_matrix_through_sql(walled: Scene) -> None:
    assert matrix(walled, HISTORIES) == []

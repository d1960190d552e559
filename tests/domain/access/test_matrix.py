from itertools import product

import pytest

from domain.data_classes import DataClass
from domain.members import Profession, Role
from tests.domain.access.cells import Cell, written_by_hand
from tests.domain.access.reading import CONSENTS, GROUNDS, PLACES, reads, sends


@pytest.mark.parametrize(("cell", "answer", "why"), list(written_by_hand()))
def test_a_cell_written_by_hand_from_the_law(cell: Cell, answer: str, why: str) -> None:
    assert cell.answer() == answer, why


def test_there_are_sixty_of_them_at_least() -> None:
    cells = [cell for cell, _, _ in written_by_hand()]
    assert len(set(cells)) == len(cells) >= 60


@pytest.mark.parametrize("profession", Profession)
def test_every_cell_agrees_with_the_second_reading(profession: Profession) -> None:
    wrong = [
        cell
        for place, ground, consent, data_class in product(PLACES, GROUNDS, CONSENTS, DataClass)
        if (cell := Cell(profession, Role.CASEWORKER, place, ground, consent, data_class)).allowed()
        is not reads(profession, place, ground, consent, data_class)
    ]
    assert wrong == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR])
def test_no_other_role_reads_any_cell(role: Role) -> None:
    seen = [
        cell
        for place, ground, consent, data_class in product(PLACES, GROUNDS, CONSENTS, DataClass)
        if (cell := Cell(Profession.DOCTOR, role, place, ground, consent, data_class)).allowed()
    ]
    assert seen == []


def test_what_may_be_sent_agrees_with_the_second_reading() -> None:
    wrong = [
        cell
        for place, consent, data_class in product(PLACES, CONSENTS, DataClass)
        if (
            cell := Cell(
                Profession.MEDIATOR, Role.CASEWORKER, place, "none", consent, data_class, "refer"
            )
        ).allowed()
        is not sends(place, consent, data_class)
    ]
    assert wrong == []

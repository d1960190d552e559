"""What an auditor reads: by hand from the law, then every cell against a second reading."""

from itertools import product

import pytest

from domain.data_classes import DataClass
from domain.members import Profession, Role
from tests.domain.access.audit_cells import REACHES, AuditCell, written_by_hand
from tests.domain.access.reading import MET

STATES = ("none", "asked", "granted", "later", "over", "ended")
MANDATES = ("none", *(f"{state} {reach}" for state in STATES[1:] for reach in REACHES))
SEEN_AS = ("whole", "ccas")
OBJECTIONS = ("none", "member", "organisation")
READ = {  # a granted mandate, and as what it lets its auditor look
    *((f"granted {reach}", seen_as) for reach in ("network", "pathway") for seen_as in SEEN_AS),
    ("granted ccas", "ccas"),
}


@pytest.mark.parametrize(("cell", "answer", "why"), list(written_by_hand()))
def test_a_cell_written_by_hand_from_the_law(cell: AuditCell, answer: str, why: str) -> None:
    assert ("yes" if cell.allowed() else "no") == answer, why


@pytest.mark.parametrize("profession", Profession)
def test_every_cell_agrees_with_the_second_reading(profession: Profession) -> None:
    wrong = [
        cell
        for mandate, seen_as, objection, data_class in product(
            MANDATES, SEEN_AS, OBJECTIONS, DataClass
        )
        if (cell := AuditCell(profession, mandate, seen_as, objection, data_class)).allowed()
        is not (
            (mandate, seen_as) in READ
            and objection == "none"
            and data_class.value in MET[profession.value]
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDITOR])
def test_a_mandate_opens_nothing_to_another_role(role: Role) -> None:
    cells = [
        AuditCell(Profession.DOCTOR, "granted network", "whole", "none", data_class, role)
        for data_class in DataClass
    ]
    assert not any(cell.allowed() for cell in cells)

"""Coordinators, and people who were met."""

import pytest

from tests.api.auditing import enrolled
from tests.api.conftest import As, Place
from tests.api.people import People


@pytest.fixture
def coordinators(as_: As, people: People) -> None:
    """Cora coordinates the network, Carl the communal centre."""
    claire = as_("claire")
    enrolled(claire, "cora", "coordinator")
    enrolled(claire, "carl", "coordinator", organisation_id=people.ccas)


@pytest.fixture
def three_met(as_: As, place: Place) -> None:
    ines = as_("ines")
    ines.pathway("Awa")
    ines.pathway("Binta")
    as_("paul").pathway("Cleo")
    place.project()

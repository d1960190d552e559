"""An audit of the pathway of somebody, seen from the console."""

import pytest

from tests.api.auditing import Audit, an_audit
from tests.api.conftest import As
from tests.api.people import People


@pytest.fixture
def audit(as_: As, people: People) -> Audit:
    return an_audit(as_, people)


@pytest.fixture
def awa(as_: As) -> str:
    """The path of her pathway."""
    return as_("ines").pathway()

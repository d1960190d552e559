"""An invented food distribution."""

from datetime import UTC, datetime
from uuid import UUID

from domain.activity.activity import Activity
from domain.activity.outreach import OutreachKind, OutreachSessionHeld
from domain.activity.words import Happening
from domain.kernel import Fact
from tests.domain.scenario import Scenario
from tests.domain.scenario import given as given_of

NINE, NOON = (datetime(2026, 3, 4, hour, tzinfo=UTC) for hour in (9, 12))
RELAIS = UUID("aaaaaaaa-0000-4000-8000-000000000001")
CCAS = UUID("aaaaaaaa-0000-4000-8000-000000000002")
MORNING = Happening(
    place="Salle des fêtes de Pionsat",
    commune="63281",
    starts_at=NINE,
    ends_at=NOON,
    kilometres=38,
)
HELD = OutreachSessionHeld(
    occurred_at=NOON,
    held_by=RELAIS,
    happening=MORNING,
    kind=OutreachKind.FOOD_DISTRIBUTION,
)


def given(*facts: Fact) -> Scenario:
    """An activity to decide upon."""
    return given_of(*facts, kind=Activity)

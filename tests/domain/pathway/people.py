"""Invented people, organisations and instants that the scenarios share."""

from datetime import UTC, datetime
from uuid import UUID

from domain.pathway.opening import MetAt, PathwayOpened
from domain.wall_time import WallTime

RELAIS = UUID("aaaaaaaa-0000-4000-8000-000000000001")  # mediation network
CCAS = UUID("aaaaaaaa-0000-4000-8000-000000000002")  # communal social action centre
PASS = UUID("aaaaaaaa-0000-4000-8000-000000000003")  # hospital access-to-care unit
MEDIATOR = UUID("bbbbbbbb-0000-4000-8000-000000000001")
MARCH_4 = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
REFERRAL = UUID("cccccccc-0000-4000-8000-000000000001")
FOLLOW_UP = UUID("cccccccc-0000-4000-8000-000000000003")
INTERVIEW = UUID("cccccccc-0000-4000-8000-000000000004")
NOTE = UUID("cccccccc-0000-4000-8000-000000000005")
APPOINTMENT = UUID("cccccccc-0000-4000-8000-000000000002")
MARCH_5 = datetime(2026, 3, 5, 10, 0, tzinfo=UTC)


def opened() -> PathwayOpened:
    return PathwayOpened(
        occurred_at=MARCH_4,
        opened_by=RELAIS,
        referent_id=MEDIATOR,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
    )


def wall(time: str, *, zone: str = "Europe/Paris") -> WallTime:
    """What the clock on the wall shows, ISO 8601 without an offset."""
    return WallTime.model_validate({"wall": time, "zone": zone})

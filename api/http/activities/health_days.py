"""Health days: open and free, with many partners; those who came are counts."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.activities.reading import A_HAPPENING
from api.http.activities.says import corrects, holds
from api.http.door import ADoor, Asked, Told
from application.activities.correct_health_day import CorrectHealthDay, correct_health_day
from application.activities.hold_health_day import HoldHealthDay, hold_health_day
from domain.activity.counting import MoreCountedThanCame
from domain.activity.health_days import HealthDay
from domain.activity.words import Happening

router = APIRouter(prefix="/v1/activities", tags=["activities"])
A_DAY = {
    "people": 120,
    "other_partners": ["Comité départemental du sport adapté"],
    "stands": [{"theme": "nutrition", "kept_by": "Diététiciennes du Plateau"}],
    "by_theme": {"nutrition": 60, "dental": 34},
    "tests": {"blood_sugar": 41, "hiv": 12},
    "orientations": {"medical_appointment": 9, "complementary_cover": 4},
}


class HealthDayAsked(Asked):
    happening: Happening = Field(examples=[A_HAPPENING])
    day: HealthDay = Field(examples=[A_DAY])


@holds(router, "/health-days", MoreCountedThanCame)
def hold(asked: HealthDayAsked, door: ADoor) -> Told:
    """Record a health day."""
    command = door.command(HoldHealthDay, asked)
    return door.run(hold_health_day, command, of=command.activity_id)


@corrects(router, "/health-days", MoreCountedThanCame)
def correct(activity_id: UUID, asked: HealthDayAsked, door: ADoor) -> Told:
    """Say again, whole, what a health day was."""
    command = door.command(CorrectHealthDay, asked, activity_id=activity_id)
    return door.run(correct_health_day, command, of=activity_id)

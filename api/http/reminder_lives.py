"""What became of each reminder of a pathway, and what is still to leave."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.reading import Shown
from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from application.reminders.lives import Happening, Stage
from application.reminders.read_lives import read_lives
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminder_answers import Answer
from domain.pathway.reminders import Channel
from domain.reminders.rules import Audience
from domain.reminders.triggers import Trigger

router = APIRouter(prefix="/v1/pathways/{pathway_id}/reminders", tags=["reminders"])


class StepShown(Shown):
    at: datetime
    what: Happening
    channel: Channel | None
    reason: str | None = Field(description="Why it was held back, or did not arrive: a code.")
    answer: Answer | None
    perhaps_twice: bool


class ReminderShown(Shown):
    id: UUID
    cause: Trigger = Field(description="What it recalls.")
    cause_id: UUID
    rule_id: str
    to: Audience | None = Field(description="Null: too old, only what became of it is known.")
    channels: tuple[Channel, ...] = Field(description="How it may leave, the best way first.")
    planned_for: datetime | None
    stage: Stage
    why: str | None = Field(
        description="Why it waits, was held back or failed: a code; `not_now` in quiet hours."
    )
    next_look: datetime | None = Field(description="Of one that waits: when it is looked at again.")
    steps: tuple[StepShown, ...]


@router.get("", responses=reads(PathwayNotOpened))
def reminders(pathway_id: UUID, by: SignedIn, house: AHouse) -> tuple[ReminderShown, ...]:
    """The life of each reminder whose cause you may know: planned, held back, sent, answered."""
    lives = read_lives(house.network, house.traces, house.planned, pathway_id, by)
    return tuple(map(ReminderShown.model_validate, lives))

"""What the person wishes of reminders: none any more, some again, or fuller ones."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_pathway, reads
from application.wishes.resume_reminders import ResumeReminders, resume_reminders
from application.wishes.stop_reminders import StopReminders, stop_reminders
from application.wishes.wish_fuller_texts import WishFullerTexts, wish_fuller_texts
from application.wishes.withdraw_fuller_texts import WithdrawFullerTexts, withdraw_fuller_texts
from domain.pathway.contacts import ContactPointUnknown
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.reminder_wishes import (
    FullerTextsAlreadyWished,
    FullerTextsNotWished,
    RemindersAlreadyStopped,
    RemindersNotStopped,
    ToldBy,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}/reminders", tags=["reminders"])


class Stop(Asked):
    told_by: Literal[ToldBy.PHONE, ToldBy.IN_PERSON, ToldBy.REPLY] = Field(
        description="How the person said it to you.", examples=["phone"]
    )
    contact_id: UUID | None = Field(
        default=None, description="The contact point it is about; null: they want none at all."
    )


class Resumption(Asked):
    contact_id: UUID | None = Field(
        default=None, description="As it was stopped: a contact point; null: all."
    )


class WishesShown(Shown):
    all_stopped: bool
    stopped_at: tuple[UUID, ...] = Field(description="Contact points that get no reminder.")
    fuller_texts: bool = Field(description="Whether the person asked that messages say more.")


@router.get("/wishes", responses=reads(PathwayNotOpened))
def wishes(pathway_id: UUID, reading: AReading) -> WishesShown:
    """What the person said that they want of reminders."""
    said = reading.pathway(pathway_id).pathway.reminder_wishes
    stopped_at = sorted(one for one in said.stopped if one is not None)
    return WishesShown(
        all_stopped=said.all_stopped, stopped_at=tuple(stopped_at), fuller_texts=said.fuller_texts
    )


@on_pathway(router, "/stop", RemindersAlreadyStopped, ContactPointUnknown)
def stop(pathway_id: UUID, asked: Stop, door: ADoor) -> Told:
    """Record that the person wants no more reminders: none leaves from then on."""
    command = door.command(StopReminders, asked, pathway_id=pathway_id)
    return door.run(stop_reminders, command, of=pathway_id)


@on_pathway(router, "/stop/end", RemindersNotStopped)
def resume(pathway_id: UUID, asked: Resumption, door: ADoor) -> Told:
    """Record that the person wants reminders again; it is theirs to say."""
    command = door.command(ResumeReminders, asked, pathway_id=pathway_id)
    return door.run(resume_reminders, command, of=pathway_id)


@on_pathway(router, "/fuller-texts", FullerTextsAlreadyWished)
def wish_more(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Record that the person themselves asks for messages that say more."""
    command = door.command(WishFullerTexts, asked, pathway_id=pathway_id)
    return door.run(wish_fuller_texts, command, of=pathway_id)


@on_pathway(router, "/fuller-texts/end", FullerTextsNotWished)
def wish_less(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Record that the person takes that back: messages say no more than they must."""
    command = door.command(WithdrawFullerTexts, asked, pathway_id=pathway_id)
    return door.run(withdraw_fuller_texts, command, of=pathway_id)

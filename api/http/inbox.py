"""The inbox of a hat: what its member is told of, with where to go on."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, status
from pydantic import Field

from api.http.lists import PersonNamed
from api.http.paging import APageOfNoView
from api.http.reading import Shown
from api.http.says import reads
from api.http.signed_in import AHouse, SignedIn
from api.http.spoken import Spoken
from api.languages.choosing import Language
from api.languages.words import phrase, words_in
from application.inbox.looking import MOST_COUNTED
from application.inbox.mark_read import InboxItemUnknown, mark_read, mark_unread
from application.inbox.ports import InboxItem, InboxKind
from application.inbox.read_inbox import InboxEntry, read_inbox
from domain.data_classes import DataClass

router = APIRouter(prefix="/v1/inbox", tags=["inbox"])

Unread = Annotated[bool, Query(description="True: only those that you have not read.")]
TITLES: Mapping[InboxKind, str] = {
    InboxKind.REMINDER: phrase("Something is recalled to you."),
    InboxKind.CALL: phrase("Call this person: no message reached them for certain."),
    InboxKind.NOT_DELIVERED: phrase("A message to this person did not arrive."),
    InboxKind.ASKS_TO_MOVE: phrase(
        "This person answered that they need another time: move it with them."
    ),
    InboxKind.EMERGENCY_ACCESS: phrase(
        "Somebody read this file in an emergency: say if it was justified."
    ),
}
PLACES: Mapping[str, str] = {  # of what a cause is, under its pathway
    "appointment": "/appointments/{cause_id}",
    "right_renewal": "/rights/{cause_id}",
    "missing_document": "/rights/{cause_id}",
    "application_unanswered": "/rights/{cause_id}",
    "referral_unanswered": "/referrals/{cause_id}",
}

OF_A_CAUSE = {InboxKind.REMINDER, InboxKind.ASKS_TO_MOVE}


class InboxEntryShown(Shown):
    id: UUID
    kind: InboxKind
    title: str = Field(
        description="What the kind asks, in a sentence; in the language of `Accept-Language`."
    )
    cause: str = Field(description="What it comes from: the trigger of a reminder, or the kind.")
    cause_id: UUID
    rule_id: str | None
    reminder_id: UUID | None = Field(description="The reminder that it is, or is about.")
    pathway_id: UUID
    link: str = Field(description="Where to go on: the path of what it is about.")
    person: PersonNamed | None
    data_class: DataClass
    at: datetime = Field(description="Since when you are told.")
    read_at: datetime | None = Field(description="When you read it; null: not yet.")
    is_settled: bool = Field(description="Whether what it asks was done, by whomever.")
    is_to_be_confirmed: bool = Field(
        description="Its day follows from a rule of law that nobody confirmed: check it first."
    )


class InboxShown(Shown):
    entries: tuple[InboxEntryShown, ...]
    unread: int = Field(description="Unread ones of the whole inbox.", le=MOST_COUNTED)
    next: str | None = Field(description="Send it as `cursor` for what follows; null at the end.")


@router.get("", responses=reads())
def inbox(paging: APageOfNoView, spoken: Spoken, *, unread: Unread = False) -> InboxShown:
    """What you are told of under this membership, the newest first."""
    house = paging.house
    read = read_inbox(
        house.network, house.inbox, paging.by, unread=unread, page=paging.page("inbox")
    )
    paging.traced((entry.item.pathway_id, entry.classes) for entry in read.page.entries)
    entries = tuple(_shown(entry, spoken) for entry in read.page.entries)
    page = paging.shown("inbox", read.page, entries)
    return InboxShown(entries=page.entries, unread=read.unread, next=page.next)


@router.put(
    "/{item_id}/read",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=reads(InboxItemUnknown),
)
def read(item_id: UUID, by: SignedIn, house: AHouse) -> None:
    """Say that you have read it; for yourself alone, and as often as you like."""
    mark_read(house.network, house.inbox, item_id, by)


@router.delete(
    "/{item_id}/read",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=reads(InboxItemUnknown),
)
def unread_again(item_id: UUID, by: SignedIn, house: AHouse) -> None:
    """Have it among your unread ones again."""
    mark_unread(house.network, house.inbox, item_id, by)


def _shown(entry: InboxEntry, spoken: Language) -> InboxEntryShown:
    item = entry.item
    return InboxEntryShown(
        id=item.id,
        kind=item.kind,
        title=words_in(spoken).gettext(TITLES[item.kind]),
        cause=item.cause,
        cause_id=item.cause_id,
        rule_id=item.rule_id,
        reminder_id=item.due_id,
        pathway_id=item.pathway_id,
        link=_link(item),
        person=PersonNamed.model_validate(entry.person) if entry.person else None,
        data_class=item.data_class,
        at=item.at,
        read_at=entry.read_at,
        is_settled=entry.is_settled,
        is_to_be_confirmed=entry.is_to_be_confirmed,
    )


def _link(item: InboxItem) -> str:
    if item.kind is InboxKind.EMERGENCY_ACCESS:
        return "/v1/emergency-accesses"
    place = PLACES.get(item.cause, "") if item.kind in OF_A_CAUSE else ""
    return f"/v1/pathways/{item.pathway_id}{place.format(cause_id=item.cause_id)}"

"""People met during an activity: counted nameless, or told on their pathways; a batch at once."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from api.http.activities.says import on_activity
from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.opaque import Purpose
from api.http.reading import Shown
from api.http.says import Responses, commands, on_item, reads
from api.http.signed_in import AHouse, SignedIn
from application.activities.follow_contact import FollowContact, follow_contact
from application.activities.list_contacts import list_contacts
from application.activities.record_contacts import (
    Batch,
    Outcome,
    RecordContacts,
    record_contacts,
)
from application.activities.withdraw_contact import (
    ContactIsFollowed,
    WithdrawContact,
    withdraw_contact,
)
from application.activities.withdraw_meeting import WithdrawMeeting, withdraw_meeting
from application.refusals import CommandReused
from application.views.reach import RoleFollowsNobody
from domain.activity.callwords import CallWord
from domain.activity.contacts import ContactUnknown, MetOutsideActivity, WordAlreadyGiven
from domain.activity.refusals import ActivityUnknown, NotAnOutreachSession
from domain.kernel import Value
from domain.pathway.meetings import MeetingUnknown
from domain.pathway.opening import PathwayAlreadyOpened, PathwayNotOpened
from domain.refusals import DomainError
from domain.text import Called

router = APIRouter(prefix="/v1", tags=["activities"])
AN_ID = UUID("5d0c5b0e-52a5-4c41-8a53-6d8f3a1f0001")
THREE_CONTACTS = [
    {"id": str(AN_ID), "word": "otter"},
    {
        "id": "5d0c5b0e-52a5-4c41-8a53-6d8f3a1f0002",
        "called": "Awa",
        "need": {"kind": "dental_care"},
    },
    {
        "id": "5d0c5b0e-52a5-4c41-8a53-6d8f3a1f0003",
        "pathway_id": "0b9f2c1e-5d0e-4a57-9d4e-0d5c1d7e4a10",
        "note": {"text": "A reçu sa carte."},
    },
]


class ContactsMet(Asked):
    contacts: Batch = Field(
        description=(
            "Up to 50. Each is nameless unless it has `pathway_id`, of somebody known, or "
            "`called`, of whoever wants a pathway; only there may something be written. `id` is "
            "yours to choose: a contact sent again, in whatever batch, is recorded once."
        ),
        examples=[THREE_CONTACTS],
    )


class Refused(Value):
    code: str
    title: str


class ContactOutcome(Value):
    """What became of one contact."""

    id: UUID = Field(description="As it was sent.")
    contact_id: UUID | None = Field(description="In the activity; null where it was refused.")
    pathway_id: UUID | None = Field(description="Of somebody known, or just opened.")
    refused: Refused | None = Field(description="Null where it was recorded.")


class ContactsTold(Value):
    contacts: tuple[ContactOutcome, ...] = Field(description="In the order they were sent.")


def _refused(contact_id: UUID, refusal: type[DomainError]) -> ContactOutcome:
    told = Refused(code=refusal.code, title=refusal.title)
    return ContactOutcome(id=contact_id, contact_id=None, pathway_id=None, refused=told)


def answers(*refusals: type[DomainError]) -> Responses:
    """The answer to a batch, with an example of each refusal of one contact."""
    examples = {
        refusal.code: {
            "summary": refusal.title,
            "value": ContactsTold(contacts=(_refused(AN_ID, refusal),)).model_dump(mode="json"),
        }
        for refusal in refusals
    }
    return {200: {"content": {"application/json": {"examples": examples}}}}


class NamelessShown(Shown):
    id: UUID
    at: datetime
    word: CallWord | None = Field(description="Null where none was given, and from the next day.")


class Named(Asked):
    called: Called = Field(examples=["Awa"])


REFUSED_ALONE = (
    PathwayNotOpened,
    MetOutsideActivity,
    WordAlreadyGiven,
    RoleFollowsNobody,
    CommandReused,
)


@router.post(
    "/activities/{activity_id}/contacts",
    response_model=ContactsTold,
    responses=commands(ActivityUnknown, NotAnOutreachSession) | answers(*REFUSED_ALONE),
)
def record(activity_id: UUID, asked: ContactsMet, door: ADoor) -> Response:
    """Record whom you met; each contact is recorded or refused by itself."""
    command = door.command(RecordContacts, asked, activity_id=activity_id)
    contacted = record_contacts(door.house.network, command, door.by)
    door.house.recorded()
    told = ContactsTold(contacts=tuple(map(_told, contacted.outcomes)))
    position = door.house.opaque.close(contacted.position.to_bytes(8), purpose=Purpose.POSITION)
    return Response(
        told.model_dump_json(),
        media_type="application/json",
        headers={"Cordee-Position": position},
    )


@router.get("/activities/{activity_id}/contacts", responses=reads(ActivityUnknown))
def nameless(activity_id: UUID, by: SignedIn, house: AHouse) -> tuple[NamelessShown, ...]:
    """Those met nameless who have no pathway, for a colleague to find them the same day."""
    found = list_contacts(house.network, activity_id, by)
    return tuple(map(NamelessShown.model_validate, found))


@on_activity(
    router,
    "/activities/{activity_id}/contacts/{contact_id}/pathway",
    ContactUnknown,
    RoleFollowsNobody,
    PathwayAlreadyOpened,
)
def follow(activity_id: UUID, contact_id: UUID, asked: Named, door: ADoor) -> Told:
    """Open the pathway of somebody met nameless, as of when and where they were met."""
    addressed = {"activity_id": activity_id, "contact_id": contact_id}
    command = door.command(FollowContact, asked, **addressed)
    return door.run(follow_contact, command, of=command.pathway_id)


@on_activity(
    router,
    "/activities/{activity_id}/contacts/{contact_id}/withdrawal",
    ContactUnknown,
    ContactIsFollowed,
)
def withdraw(activity_id: UUID, contact_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Say that nobody was met there: they were noted by mistake."""
    addressed = {"activity_id": activity_id, "contact_id": contact_id}
    command = door.command(WithdrawContact, asked, **addressed)
    return door.run(withdraw_contact, command, of=contact_id)


@on_item(router, "/pathways/{pathway_id}/meetings/{meeting_id}/withdrawal", MeetingUnknown)
def withdraw_one(pathway_id: UUID, meeting_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Say that somebody known was not met during an activity."""
    addressed = {"pathway_id": pathway_id, "meeting_id": meeting_id}
    command = door.command(WithdrawMeeting, asked, **addressed)
    return door.run(withdraw_meeting, command, of=meeting_id)


def _told(outcome: Outcome) -> ContactOutcome:
    command, refusal = outcome.command, outcome.refusal
    if refusal is not None:
        return _refused(command.contact.id, type(refusal))
    pathway_id = None if command.contact.is_nameless else command.pathway_id
    return ContactOutcome(
        id=command.contact.id,
        contact_id=command.contact_id,
        pathway_id=pathway_id,
        refused=None,
    )

"""How the person can be reached, and how they must not be."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Receipt, Told
from api.http.reading import AReading
from api.http.says import on_item, on_pathway, reads
from api.http.signed_in import AHouse
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.people.find_contact_point_unsafe import (
    FindContactPointUnsafe,
    find_contact_point_unsafe,
)
from application.people.remove_contact_point import RemoveContactPoint, remove_contact_point
from domain.pathway.contacts import (
    ContactPoint,
    ContactPointAlreadyKnown,
    ContactPointAlreadyUnsafe,
    ContactPointUnknown,
    NotAMobile,
    RemovalReason,
)
from domain.pathway.household.refusals import AuthorityUnknown
from domain.pathway.opening import PathwayNotOpened
from domain.text import Language

router = APIRouter(prefix="/v1/pathways/{pathway_id}/contact-points", tags=["person"])


class Reachable(Asked):
    point: ContactPoint = Field(
        examples=[{"kind": "mobile", "reach": "+33639980001", "language": "fr"}]
    )


class Removal(Asked):
    reason: RemovalReason


RemindersIn = Annotated[
    Language,
    Field(
        description="The language that reminders are written in there. Where it is not that of the"
        " contact point, nobody who speaks it has reviewed its texts yet: tell the person."
    ),
]


class ContactPointShown(ContactPoint):
    id: UUID
    reminders_in: RemindersIn


class ContactPointNoted(Receipt):
    reminders_in: RemindersIn


@router.get("", responses=reads(PathwayNotOpened))
def contact_points(
    pathway_id: UUID, reading: AReading, house: AHouse
) -> tuple[ContactPointShown, ...]:
    """How the person can be reached; never use one that is not safe."""
    points = reading.pathway(pathway_id).pathway.contacts.points
    written = house.wordings.reviewed_in
    return tuple(
        ContactPointShown(id=one, **dict(point), reminders_in=written(point.language).language)
        for one, point in points.items()
    )


@on_pathway(
    router,
    "",
    *(ContactPointAlreadyKnown, NotAMobile, AuthorityUnknown),
    receipt=ContactPointNoted,
)
def add(pathway_id: UUID, asked: Reachable, door: ADoor) -> Told:
    """Note a way to reach the person, or one to keep away from; of a minor, perhaps a parent's.

    The answer says which language reminders are written in there.
    """
    command = door.command(AddContactPoint, asked, pathway_id=pathway_id)
    written = door.house.wordings.reviewed_in(command.point.language)
    return door.run(
        add_contact_point,
        command,
        of=command.contact_id,
        receipt=ContactPointNoted,
        reminders_in=written.language,
    )


@on_item(router, "/{contact_id}/warning", ContactPointUnknown, ContactPointAlreadyUnsafe)
def warn(pathway_id: UUID, contact_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Keep everybody away from a contact point; only removing it undoes this."""
    addressed = {"pathway_id": pathway_id, "contact_id": contact_id}
    command = door.command(FindContactPointUnsafe, asked, **addressed)
    return door.run(find_contact_point_unsafe, command, of=contact_id)


@on_item(router, "/{contact_id}/removal", ContactPointUnknown)
def remove(pathway_id: UUID, contact_id: UUID, asked: Removal, door: AnItemDoor) -> Told:
    """Forget a way to reach the person."""
    addressed = {"pathway_id": pathway_id, "contact_id": contact_id}
    command = door.command(RemoveContactPoint, asked, **addressed)
    return door.run(remove_contact_point, command, of=contact_id)

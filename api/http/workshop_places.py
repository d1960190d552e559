"""The places that a person has in workshops, and whether they came."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.workshops.give_up_place import GiveUpWorkshopPlace, give_up_place
from application.workshops.note_attendance import NoteWorkshopAttendance, note_attendance
from application.workshops.take_place import TakeWorkshopPlace, attendance_of, take_place
from application.workshops.taking import ThemeNotMet
from domain.activity.themes import PreventionTheme
from domain.activity.workshops.refusals import (
    NobodyNamelessThere,
    WorkshopFull,
    WorkshopSessionNotBegun,
    WorkshopSessionUnknown,
    WorkshopUnknown,
)
from domain.data_classes import DataClass
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.workshops import (
    AlreadyInSession,
    AttendanceAlreadySaid,
    AttendanceUnknown,
    WorkshopAttendance,
)

router = APIRouter(prefix="/v1/pathways/{pathway_id}/workshops", tags=["workshops"])


class PlaceAsked(Asked):
    workshop_id: UUID = Field(description="A workshop of your organisation.")
    of_session: UUID = Field(description="One of its sessions.")
    came: bool | None = Field(default=None, description="Null: not known yet.")
    was_nameless: bool = Field(
        default=False,
        description="They were counted in this session without a name: the sum stays the same.",
    )


class AttendanceAsked(Asked):
    came: bool = Field(description="The contrary corrects what was said.")


class PlaceShown(Shown):
    id: UUID
    workshop_id: UUID
    of_session: UUID
    held_by: UUID = Field(description="An organisation.")
    starts_at: datetime
    theme: PreventionTheme
    data_class: DataClass
    came: bool | None = Field(description="Null: not known yet.")


@router.get("", responses=reads(PathwayNotOpened))
def places(pathway_id: UUID, reading: AReading) -> tuple[PlaceShown, ...]:
    """The workshops that the person has a place in, or had."""
    known = reading.pathway(pathway_id).pathway.workshops.by_id.values()
    return tuple(map(_shown, known))


@on_pathway(
    router,
    "",
    WorkshopUnknown,
    WorkshopSessionUnknown,
    ThemeNotMet,
    WorkshopFull,
    NobodyNamelessThere,
    WorkshopSessionNotBegun,
    AlreadyInSession,
)
def take(pathway_id: UUID, asked: PlaceAsked, door: ADoor) -> Told:
    """Give the person a place in a session; `came` where it has begun."""
    command = door.command(TakeWorkshopPlace, asked, pathway_id=pathway_id)
    place_id = attendance_of(door.house.network, command, door.by)
    return door.run(take_place, command, of=place_id)


@on_item(
    router,
    "/{attendance_id}/attendance",
    AttendanceUnknown,
    AttendanceAlreadySaid,
    WorkshopSessionNotBegun,
)
def note(pathway_id: UUID, attendance_id: UUID, asked: AttendanceAsked, door: AnItemDoor) -> Told:
    """Note whether the person came; the contrary corrects it."""
    addressed = {"pathway_id": pathway_id, "attendance_id": attendance_id}
    command = door.command(NoteWorkshopAttendance, asked, **addressed)
    return door.run(note_attendance, command, of=attendance_id)


@on_item(router, "/{attendance_id}/withdrawal", AttendanceUnknown)
def give_up(pathway_id: UUID, attendance_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Note that the place is not theirs: it is free again, and nobody is counted for it."""
    addressed = {"pathway_id": pathway_id, "attendance_id": attendance_id}
    command = door.command(GiveUpWorkshopPlace, asked, **addressed)
    return door.run(give_up_place, command, of=attendance_id)


def _shown(known: WorkshopAttendance) -> PlaceShown:
    about = {"id": known.id, "data_class": known.data_class, "came": known.came}
    return PlaceShown.model_validate(known.seat.model_dump() | about)

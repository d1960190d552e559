"""Pathways: opened when somebody is met, read by those who share them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_network, reads
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.pathways.read_timeline import TimelineEntry, read_timeline
from application.views.reach import RoleFollowsNobody
from domain.access import Ground
from domain.data_classes import DataClass
from domain.pathway.opening import MetAt, PathwayAlreadyOpened, PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.text import Called

router = APIRouter(prefix="/v1/pathways", tags=["pathways"])
INSIDE = {
    *("occurred_at", "data_class"),  # told apart
    "corrects",  # a place in the stream
    *("other_id", "linked_id"),  # a pathway that the caller may not know of
}


class FirstMeeting(Asked):
    called: Called = Field(
        description="What the person wants to be called; a first name is enough.",
        examples=["Awa"],
    )
    met_at: MetAt


class Participant(Shown):
    organisation_id: UUID
    since: datetime
    follows: bool = Field(description="False once it closed its follow-up.")
    referent_id: UUID | None = Field(description="A member: the person's lead professional there.")


class PathwayShown(Shown):
    """Where a pathway stands, as the caller may see it."""

    id: UUID
    called: str | None
    met_at: MetAt | None
    opened_by: UUID | None = Field(description="An organisation.")
    opened_at: datetime | None
    is_closed: bool = Field(description="Nobody follows it any more.")
    died: bool
    interpreter: str | None = Field(description="The language an interpreter is needed for.")
    contact_suspended: bool = Field(description="At the person's pace.")
    circle: tuple[Participant, ...]
    invited: tuple[UUID, ...] = Field(description="Organisations that have not answered yet.")


class EntryShown(Shown):
    """One fact of a timeline."""

    kind: str = Field(examples=["right-opened"])
    occurred_at: datetime = Field(description="When it happened, as declared.")
    recorded_at: datetime | None = Field(description="When it was recorded.")
    member_id: UUID | None = Field(description="Who told it; null: the system itself.")
    organisation_id: UUID | None
    data_class: DataClass
    ground: Ground = Field(description="Why the caller may see it.")
    details: dict[str, Any]
    pathway_id: UUID = Field(description="This one, or one that is linked with it.")


@on_network(router, "", PathwayAlreadyOpened, RoleFollowsNobody)
def open_a_pathway(asked: FirstMeeting, door: ADoor) -> Told:
    """Open a pathway for somebody who was just met; your organisation is the first to share it."""
    command = door.command(OpenPathway, asked)
    return door.run(open_pathway, command, of=command.pathway_id)


@router.get("/{pathway_id}", responses=reads(PathwayNotOpened))
def read(pathway_id: UUID, reading: AReading) -> PathwayShown:
    """Where a pathway stands: who it is about, who shares it."""
    return shown(reading.pathway(pathway_id).pathway)


@router.get("/{pathway_id}/timeline", responses=reads(PathwayNotOpened))
def timeline(pathway_id: UUID, reading: AReading) -> tuple[EntryShown, ...]:
    """What happened, fact by fact, in the order it was recorded."""
    asked, house = reading.asked(pathway_id), reading.house
    entries = read_timeline(house.network, house.traces, asked, reading.by)
    return tuple(map(entry_shown, entries))


def shown(pathway: Pathway) -> PathwayShown:
    opening, person, sharing = pathway.opening, pathway.person, pathway.sharing
    return PathwayShown(
        id=pathway.id,
        called=person.called,
        met_at=opening.met_at,
        opened_by=opening.opened_by,
        opened_at=opening.opened_at,
        is_closed=sharing.is_closed,
        died=person.is_dead,
        interpreter=person.interpreter,
        contact_suspended=pathway.pace.suspended,
        circle=participants(pathway),
        invited=tuple(sharing.invited),
    )


def participants(pathway: Pathway) -> tuple[Participant, ...]:
    referents = pathway.sharing.referents
    return tuple(
        Participant(
            organisation_id=organisation_id,
            since=part.since,
            follows=part.follows,
            referent_id=referents.get(organisation_id),
        )
        for organisation_id, part in pathway.sharing.circle.items()
    )


def entry_shown(entry: TimelineEntry) -> EntryShown:
    fact = entry.fact
    return EntryShown(
        kind=fact.topic,
        occurred_at=fact.occurred_at,
        recorded_at=entry.recorded_at,
        member_id=entry.actor_id,
        organisation_id=entry.organisation_id,
        data_class=fact.data_class,
        ground=entry.ground,
        details=fact.model_dump(mode="json", exclude=INSIDE),
        pathway_id=entry.pathway_id,
    )

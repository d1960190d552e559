"""One person, one pathway: possible duplicates are told, answered, linked and unlinked."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.lists import PersonNamed
from api.http.paging import APage, PageShown
from api.http.reading import AReading, Shown
from api.http.says import lists, on_pathway, reads
from application.duplicates.assign_entry import AssignEntry, assign_entry
from application.duplicates.dismiss_duplicate import DismissDuplicate, dismiss_duplicate
from application.duplicates.end_link import EndLink, end_link
from application.duplicates.link_pathways import LinkPathways, link_pathways
from application.duplicates.read_duplicates import duplicates_told, entries_told, links_told
from application.duplicates.say_same_person import SaySamePerson, say_same_person
from application.views.duplicates import DuplicateFilter
from application.views.read_duplicates import DuplicateEntry, read_duplicates
from domain.data_classes import DataClass
from domain.pathway.duplicates import (
    DuplicateAlreadyDismissed,
    DuplicateUnknown,
    FlagState,
    LinkAlreadyAsked,
)
from domain.pathway.links import (
    EntryAlreadyAssigned,
    EntryNotOfLink,
    LinkUnknown,
    PathwayLinkedToItself,
    PathwaysAlreadyLinked,
)
from domain.pathway.opening import PathwayNotOpened

router = APIRouter(prefix="/v1", tags=["duplicates"])

Awaiting = Annotated[bool, Query(description="False: those that were answered.")]


class Linking(Asked):
    linked_id: UUID = Field(description="Another pathway that your organisation takes part in.")


class Assignment(Asked):
    is_here: bool = Field(description="Of the person of this pathway; else of the other.")


class LinkedEntryShown(Shown):
    id: UUID
    kind: str = Field(examples=["note-added"])
    data_class: DataClass
    recorded_at: datetime | None
    member_id: UUID | None
    organisation_id: UUID | None
    is_here: bool | None = Field(description="Null until somebody says whose it is.")


class DuplicateShown(Shown):
    id: UUID
    since: datetime
    state: FlagState
    is_linked: bool
    other_id: UUID | None = Field(
        description="The other pathway; null unless you take part in it too."
    )
    answered_by: UUID | None = Field(description="A member of your organisation.")
    answered_at: datetime | None


class LinkShown(Shown):
    id: UUID
    since: datetime
    ended_at: datetime | None = Field(description="Null while they are read together.")
    linked_id: UUID | None = Field(
        description="The other pathway; null unless you take part in it too."
    )
    linked_by: UUID | None = Field(description="A member; null: said on the other pathway.")


class DuplicateListed(Shown):
    pathway_id: UUID
    person: PersonNamed | None
    id: UUID
    since: datetime
    state: FlagState


@router.get("/duplicates", responses=lists())
def queue(paging: APage, *, awaiting: Awaiting = True) -> PageShown[DuplicateListed]:
    """People of whom there may be another pathway, as your organisation was told."""
    page = read_duplicates(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=DuplicateFilter(awaiting),
        page=paging.page("duplicates"),
        min_position=paging.min_position,
    )
    paging.traced((entry.row.pathway_id, (DataClass.IDENTITY,)) for entry in page.entries)
    return paging.shown("duplicates", page, tuple(map(_listed, page.entries)))


@router.get("/pathways/{pathway_id}/duplicates", responses=reads(PathwayNotOpened))
def duplicates(pathway_id: UUID, reading: AReading) -> tuple[DuplicateShown, ...]:
    """Whether there may be another pathway of this person, as your organisation was told."""
    seen = reading.pathway(pathway_id)
    told = duplicates_told(reading.house.network, seen, reading.by)
    return tuple(map(DuplicateShown.model_validate, told))


@on_pathway(
    router,
    "/pathways/{pathway_id}/duplicates/{flag_id}/dismissal",
    DuplicateUnknown,
    DuplicateAlreadyDismissed,
    LinkAlreadyAsked,
)
def dismiss(pathway_id: UUID, flag_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Say that it is somebody else."""
    command = door.command(DismissDuplicate, asked, pathway_id=pathway_id, flag_id=flag_id)
    return door.run(dismiss_duplicate, command, of=flag_id)


@on_pathway(
    router,
    "/pathways/{pathway_id}/duplicates/{flag_id}/confirmation",
    DuplicateUnknown,
    LinkAlreadyAsked,
    PathwaysAlreadyLinked,
)
def confirm(pathway_id: UUID, flag_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Say that it is the same person: linked where you follow both, else asked of the others."""
    command = door.command(SaySamePerson, asked, pathway_id=pathway_id, flag_id=flag_id)
    return door.run(say_same_person, command, of=flag_id)


@router.get("/pathways/{pathway_id}/links", responses=reads(PathwayNotOpened))
def links(pathway_id: UUID, reading: AReading) -> tuple[LinkShown, ...]:
    """The pathways that are read together with this one, and those that were."""
    seen = reading.pathway(pathway_id)
    told = links_told(reading.house.network, seen, reading.by)
    return tuple(map(LinkShown.model_validate, told))


@on_pathway(router, "/pathways/{pathway_id}/links", PathwayLinkedToItself, PathwaysAlreadyLinked)
def link(pathway_id: UUID, asked: Linking, door: ADoor) -> Told:
    """Read two pathways of one person together; each keeps its facts and who may see them."""
    command = door.command(LinkPathways, asked, pathway_id=pathway_id)
    return door.run(link_pathways, command, of=command.link_id)


@on_pathway(router, "/pathways/{pathway_id}/links/{link_id}/end", LinkUnknown)
def unlink(pathway_id: UUID, link_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Give both pathways back, each with what was recorded in it."""
    command = door.command(EndLink, asked, pathway_id=pathway_id, link_id=link_id)
    return door.run(end_link, command, of=link_id)


@router.get(
    "/pathways/{pathway_id}/links/{link_id}/entries", responses=reads(PathwayNotOpened, LinkUnknown)
)
def entries(pathway_id: UUID, link_id: UUID, reading: AReading) -> tuple[LinkedEntryShown, ...]:
    """What was first recorded here while the pathways were linked, and whose it is."""
    told = entries_told(reading.pathway(pathway_id), link_id)
    return tuple(map(LinkedEntryShown.model_validate, told))


@on_pathway(
    router,
    "/pathways/{pathway_id}/links/{link_id}/entries/{entry_id}/assignment",
    LinkUnknown,
    EntryNotOfLink,
    EntryAlreadyAssigned,
)
def assign(pathway_id: UUID, link_id: UUID, entry_id: UUID, asked: Assignment, door: ADoor) -> Told:
    """Say whose an entry is; an entry is moved by `…/entries/{id}/wrong-file`."""
    addressed = {"pathway_id": pathway_id, "link_id": link_id, "entry_id": entry_id}
    command = door.command(AssignEntry, asked, **addressed)
    return door.run(assign_entry, command, of=entry_id)


def _listed(entry: DuplicateEntry) -> DuplicateListed:
    row = entry.row
    said = {"id": row.flag_id, "person": entry.person}
    return DuplicateListed.model_validate(row._asdict() | said)

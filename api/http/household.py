"""The household: who is counted, the children, and who decides for them."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, AnItemDoor, Asked, Told
from api.http.reading import AReading, Shown
from api.http.says import on_item, on_pathway, reads
from application.household.allow_parental_contact import (
    AllowParentalContact,
    allow_parental_contact,
)
from application.household.describe_household import DescribeHousehold, describe_household
from application.household.end_parental_authority import (
    EndParentalAuthority,
    end_parental_authority,
)
from application.household.forbid_parental_contact import (
    ForbidParentalContact,
    forbid_parental_contact,
)
from application.household.keep_parents_away import KeepParentsAway, keep_parents_away
from application.household.link_child import LinkChild, link_child
from application.household.link_child_pathway import LinkChildPathway, link_child_pathway
from application.household.record_parental_authority import (
    RecordParentalAuthority,
    record_parental_authority,
)
from application.household.stop_keeping_parents_away import (
    StopKeepingParentsAway,
    stop_keeping_parents_away,
)
from application.household.unlink_child import UnlinkChild, unlink_child
from application.pathways.told import children_told, holders_named
from domain.pathway.household.discretion import ParentsNotKeptAway
from domain.pathway.household.refusals import (
    AuthorityOfOneself,
    AuthorityUnknown,
    ChildAlreadyLinked,
    ChildIsThePerson,
    ChildUnknown,
    ParentalContactNotForbidden,
)
from domain.pathway.household.words import AuthorityEnd, AuthorityHolder, Child, Composition
from domain.pathway.opening import PathwayNotOpened
from domain.text import Name, Text

router = APIRouter(prefix="/v1/pathways/{pathway_id}/household", tags=["household"])


class HouseholdTold(Asked):
    composition: Composition = Field(
        examples=[{"kind": "single_parent", "adults": 1, "children": 2}]
    )


class Linked(Asked):
    child: Child = Field(examples=[{"called": "Moussa", "born": {"year": 2023, "month": 5}}])


class ChildPathway(Asked):
    child_pathway_id: UUID


class Authority(Asked):
    child_id: UUID | None = Field(default=None, description="Null: over the person, a minor.")
    holder: AuthorityHolder
    name: Name | None = None


class Ended(Asked):
    reason: AuthorityEnd


class Forbidden(Asked):
    because: Text | None = None


class ChildShown(Child):
    id: UUID


class AuthorityShown(Shown):
    id: UUID
    child_id: UUID | None = Field(description="Null: over the person, a minor.")
    holder: AuthorityHolder
    name: str | None
    contact_forbidden: bool


class HouseholdShown(Shown):
    composition: Composition | None
    children: tuple[ChildShown, ...]
    parental_authority: tuple[AuthorityShown, ...]
    parents_kept_away: bool = Field(description="The minor's wish: no parent is reached.")


@router.get("", responses=reads(PathwayNotOpened))
def household(pathway_id: UUID, reading: AReading) -> HouseholdShown:
    """Who is counted, the children, and who decides for them."""
    seen = reading.pathway(pathway_id)
    names = holders_named(seen.events)
    return HouseholdShown(
        composition=seen.pathway.household.composition,
        children=tuple(
            ChildShown(id=one, **dict(child)) for one, child in children_told(seen.events).items()
        ),
        parental_authority=tuple(
            AuthorityShown(
                id=one,
                child_id=authority.child_id,
                holder=authority.holder,
                name=names.get(one),
                contact_forbidden=authority.contact_forbidden,
            )
            for one, authority in seen.pathway.household.authorities.items()
        ),
        parents_kept_away=seen.pathway.discretion.parents_kept_away,
    )


@on_pathway(router, "")
def describe(pathway_id: UUID, asked: HouseholdTold, door: ADoor) -> Told:
    """Tell who lives on the same means; ceilings of rights count them."""
    command = door.command(DescribeHousehold, asked, pathway_id=pathway_id)
    return door.run(describe_household, command, of=pathway_id)


@on_pathway(router, "/children", ChildIsThePerson, ChildAlreadyLinked)
def link(pathway_id: UUID, asked: Linked, door: ADoor) -> Told:
    """Tell of a child of the person, who may have a pathway or not."""
    command = door.command(LinkChild, asked, pathway_id=pathway_id)
    return door.run(link_child, command, of=command.child_id)


@on_item(router, "/children/{child_id}/pathway", ChildUnknown, ChildIsThePerson, ChildAlreadyLinked)
def link_pathway(pathway_id: UUID, child_id: UUID, asked: ChildPathway, door: AnItemDoor) -> Told:
    """Tell that a child of the household now has a pathway."""
    command = door.command(LinkChildPathway, asked, pathway_id=pathway_id, child_id=child_id)
    return door.run(link_child_pathway, command, of=child_id)


@on_item(router, "/children/{child_id}/withdrawal", ChildUnknown)
def unlink(pathway_id: UUID, child_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Correct a child who was linked by mistake."""
    command = door.command(UnlinkChild, asked, pathway_id=pathway_id, child_id=child_id)
    return door.run(unlink_child, command, of=child_id)


@on_pathway(router, "/parental-authority", ChildUnknown, AuthorityOfOneself)
def record_authority(pathway_id: UUID, asked: Authority, door: ADoor) -> Told:
    """Tell who holds parental authority over a child, or over the person while a minor."""
    command = door.command(RecordParentalAuthority, asked, pathway_id=pathway_id)
    return door.run(record_parental_authority, command, of=command.authority_id)


@on_item(router, "/parental-authority/{authority_id}/end", AuthorityUnknown)
def end_authority(pathway_id: UUID, authority_id: UUID, asked: Ended, door: AnItemDoor) -> Told:
    """Tell that somebody no longer holds parental authority, or never did."""
    addressed = {"pathway_id": pathway_id, "authority_id": authority_id}
    command = door.command(EndParentalAuthority, asked, **addressed)
    return door.run(end_parental_authority, command, of=authority_id)


@on_item(router, "/parental-authority/{authority_id}/prohibition", AuthorityUnknown)
def forbid(pathway_id: UUID, authority_id: UUID, asked: Forbidden, door: AnItemDoor) -> Told:
    """Keep everybody from reaching a holder of parental authority."""
    addressed = {"pathway_id": pathway_id, "authority_id": authority_id}
    command = door.command(ForbidParentalContact, asked, **addressed)
    return door.run(forbid_parental_contact, command, of=authority_id)


@on_item(
    router,
    "/parental-authority/{authority_id}/prohibition/lifting",
    AuthorityUnknown,
    ParentalContactNotForbidden,
)
def allow(pathway_id: UUID, authority_id: UUID, asked: Asked, door: AnItemDoor) -> Told:
    """Lift the prohibition of contact."""
    addressed = {"pathway_id": pathway_id, "authority_id": authority_id}
    command = door.command(AllowParentalContact, asked, **addressed)
    return door.run(allow_parental_contact, command, of=authority_id)


@on_pathway(router, "/discretion")
def keep_away(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Note a minor's wish that no parent is reached; no reminder goes to a parent from then on."""
    command = door.command(KeepParentsAway, asked, pathway_id=pathway_id)
    return door.run(keep_parents_away, command, of=pathway_id)


@on_pathway(router, "/discretion/end", ParentsNotKeptAway)
def stop_keeping_away(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Note that the minor no longer wishes it."""
    command = door.command(StopKeepingParentsAway, asked, pathway_id=pathway_id)
    return door.run(stop_keeping_parents_away, command, of=pathway_id)

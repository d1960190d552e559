"""Who belongs to the care team, and what is passed on to named members."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.says import on_pathway
from application.sharing.declare_care_team import DeclareCareTeam, declare_care_team
from application.sharing.end_child_protection_sharing import (
    EndChildProtectionSharing,
    end_child_protection_sharing,
)
from application.sharing.exchange_information import ExchangeInformation, exchange_information
from application.sharing.naming import Named
from application.sharing.share_for_child_protection import (
    ShareForChildProtection,
    share_for_child_protection,
)
from domain.data_classes import DataClass
from domain.organisation.enrolment import AlreadyLeft, MemberUnknown
from domain.pathway.grounds.refusals import (
    AlreadyInTeam,
    ChildProtectionNotOpened,
    NotACareTeam,
    NotOfTheTeam,
    NotYoursToShare,
    ObjectionStands,
    PersonNotInformed,
    SharingUnknown,
)
from domain.pathway.grounds.words import (
    FamilyInformed,
    TeamBasis,
)
from domain.pathway.sharing.refusals import NotInCircle

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["sharing"])
NAMING = (NotInCircle, ObjectionStands, MemberUnknown, AlreadyLeft)


class TeamDeclared(Asked):
    organisation_id: UUID
    basis: TeamBasis


class Exchanging(Asked):
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    classes: tuple[DataClass, ...] = Field(min_length=1, max_length=len(DataClass))


class Protecting(Asked):
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    family: FamilyInformed


@on_pathway(
    router,
    "/sharing/care-team",
    NotOfTheTeam,
    NotInCircle,
    AlreadyInTeam,
    NotACareTeam,
    PersonNotInformed,
    ObjectionStands,
)
def declare_team(pathway_id: UUID, asked: TeamDeclared, door: ADoor) -> Told:
    """Say that an organisation of the circle belongs to the care team, and why."""
    command = door.command(DeclareCareTeam, asked, pathway_id=pathway_id)
    return door.run(declare_care_team, command, of=pathway_id)


@on_pathway(router, "/sharing/exchanges", NotOfTheTeam, NotYoursToShare, *NAMING)
def exchange(pathway_id: UUID, asked: Exchanging, door: ADoor) -> Told:
    """Pass on to named members what was recorded until now, and nothing of later."""
    command = door.command(ExchangeInformation, asked, pathway_id=pathway_id)
    return door.run(exchange_information, command, of=command.exchange_id)


@on_pathway(router, "/sharing/child-protection", NotOfTheTeam, ChildProtectionNotOpened, *NAMING)
def protect(pathway_id: UUID, asked: Protecting, door: ADoor) -> Told:
    """Share with named members what evaluates and protects a child."""
    command = door.command(ShareForChildProtection, asked, pathway_id=pathway_id)
    return door.run(share_for_child_protection, command, of=command.sharing_id)


@on_pathway(router, "/sharing/child-protection/{sharing_id}/end", SharingUnknown)
def end_protection(pathway_id: UUID, sharing_id: UUID, asked: Asked, door: ADoor) -> Told:
    """End a sharing for child protection."""
    addressed = {"pathway_id": pathway_id, "sharing_id": sharing_id}
    command = door.command(EndChildProtectionSharing, asked, **addressed)
    return door.run(end_child_protection_sharing, command, of=sharing_id)

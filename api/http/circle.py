"""The circle: which organisations share a pathway, who leads, who follows."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.pathways import Participant, participants
from api.http.reading import AReading
from api.http.says import on_pathway, reads
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.close_pathway import ClosePathway, close_pathway
from application.sharing.decline_invitation import DeclineInvitation, decline_invitation
from application.sharing.designate_referent import DesignateReferent, designate_referent
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from application.sharing.leave_circle import LeaveCircle, leave_circle
from application.sharing.reopen_pathway import ReopenPathway, reopen_pathway
from domain.data_classes import DataClass
from domain.organisation.agreements import NoAgreementInForce
from domain.organisation.registration import OrganisationUnknown
from domain.pathway.grounds.refusals import NotACareTeam, ObjectionStands, PersonNotInformed
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.sharing.refusals import (
    AlreadyClosed,
    AlreadyInCircle,
    AlreadyInvited,
    LastInCircle,
    NotClosed,
    NotInvited,
)
from domain.pathway.sharing.words import ClosingReason, DeclineReason, ReferentReason

router = APIRouter(prefix="/v1/pathways/{pathway_id}", tags=["circle"])


class Invited(Asked):
    organisation_id: UUID
    data_class: DataClass = Field(
        default=DataClass.SOCIAL, description="A higher one keeps its part discreet."
    )
    in_care_team: bool = Field(
        default=False,
        description="True, for a person who was informed: it shares as the care team does. "
        "False: it will see what a consent opens to it, and no more.",
    )


class Declined(Asked):
    reason: DeclineReason


class Referent(Asked):
    referent_id: UUID = Field(description="A member of your organisation.")
    reason: ReferentReason | None = None


class Closing(Asked):
    reason: ClosingReason = Field(description="It stays private to your organisation.")


@router.get("/circle", responses=reads(PathwayNotOpened))
def circle(pathway_id: UUID, reading: AReading) -> tuple[Participant, ...]:
    """Which organisations share the pathway, and who leads in each."""
    return participants(reading.pathway(pathway_id).pathway)


@on_pathway(
    router,
    "/circle/invitations",
    AlreadyInCircle,
    AlreadyInvited,
    OrganisationUnknown,
    NoAgreementInForce,
    ObjectionStands,
    NotACareTeam,
    PersonNotInformed,
)
def invite(pathway_id: UUID, asked: Invited, door: ADoor) -> Told:
    """Ask an organisation of the network to share the pathway."""
    command = door.command(InviteOrganisation, asked, pathway_id=pathway_id)
    return door.run(invite_organisation, command, of=pathway_id)


@on_pathway(router, "/circle/acceptance", NotInvited)
def accept(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Accept, for your organisation, to share the pathway."""
    command = door.command(AcceptInvitation, asked, pathway_id=pathway_id)
    return door.run(accept_invitation, command, of=pathway_id)


@on_pathway(router, "/circle/refusal", NotInvited)
def decline(pathway_id: UUID, asked: Declined, door: ADoor) -> Told:
    """Decline, for your organisation, to share the pathway."""
    command = door.command(DeclineInvitation, asked, pathway_id=pathway_id)
    return door.run(decline_invitation, command, of=pathway_id)


@on_pathway(router, "/circle/departure", LastInCircle)
def leave(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """End the part of your organisation in the pathway."""
    command = door.command(LeaveCircle, asked, pathway_id=pathway_id)
    return door.run(leave_circle, command, of=pathway_id)


@on_pathway(router, "/referent", ObjectionStands)
def designate(pathway_id: UUID, asked: Referent, door: ADoor) -> Told:
    """Name the person's lead professional in your organisation."""
    command = door.command(DesignateReferent, asked, pathway_id=pathway_id)
    return door.run(designate_referent, command, of=pathway_id)


@on_pathway(router, "/closing", AlreadyClosed)
def close(pathway_id: UUID, asked: Closing, door: ADoor) -> Told:
    """End the follow-up of your organisation; the others go on."""
    command = door.command(ClosePathway, asked, pathway_id=pathway_id)
    return door.run(close_pathway, command, of=pathway_id)


@on_pathway(router, "/reopening", NotClosed)
def reopen(pathway_id: UUID, asked: Asked, door: ADoor) -> Told:
    """Follow again a person whom your organisation had ceased to follow."""
    command = door.command(ReopenPathway, asked, pathway_id=pathway_id)
    return door.run(reopen_pathway, command, of=pathway_id)

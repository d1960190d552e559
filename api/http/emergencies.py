"""Vital emergencies: access for a reason and a few hours, then a verdict; and why one sees."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.http.door import ADoor, Asked, Told
from api.http.house import house
from api.http.paging import APage, PageShown
from api.http.reading import Shown
from api.http.says import lists, on_pathway, reads
from api.http.signed_in import SignedIn
from application.pathways.explain_access import About, NotYoursToExplain, explain_access
from application.sharing.review_emergency_access import (
    ReviewEmergencyAccess,
    review_emergency_access,
)
from application.sharing.take_emergency_access import TakeEmergencyAccess, take_emergency_access
from application.views.emergencies import EmergencyFilter
from application.views.read_emergencies import read_emergencies
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Profession
from domain.pathway.grounds.refusals import EmergencyReviewed, EmergencyUnknown, NotYoursToReview
from domain.pathway.grounds.words import EmergencyReason, Verdict
from domain.pathway.opening import PathwayNotOpened
from domain.text import Text

router = APIRouter(prefix="/v1", tags=["sharing"])

Awaiting = Annotated[bool, Query(description="False: those that were settled.")]
OfOrganisation = Annotated[
    UUID | None, Query(description="An organisation of the circle; coordinators only.")
]
OfProfession = Annotated[Profession, Query(description="Of whoever would look, there.")]


class Emergency(Asked):
    reason: EmergencyReason
    words: Text = Field(
        description="What makes it necessary.", examples=["Malaise, ne répond plus."]
    )
    hours: int = Field(default=3, ge=1, le=3)


class Reviewing(Asked):
    verdict: Verdict
    words: Text | None = None


class EmergencyShown(Shown):
    pathway_id: UUID
    access_id: UUID
    taken_at: datetime
    until: datetime
    member_id: UUID = Field(description="Who took it.")
    of_organisation: UUID
    verdict: Verdict | None
    reason: EmergencyReason | None


class ClassShown(Shown):
    data_class: DataClass
    ground: Ground | None = Field(description="Null: it is not seen.")
    until: datetime | None = Field(description="When the ground ends by itself.")
    why_not: str | None


class AccessShown(Shown):
    organisation_id: UUID
    profession: Profession
    in_care_team: bool
    classes: tuple[ClassShown, ...]


@on_pathway(router, "/pathways/{pathway_id}/emergency-access")
def take(pathway_id: UUID, asked: Emergency, door: ADoor) -> Told:
    """See what your profession meets, in a vital emergency; those who follow are told at once."""
    command = door.command(TakeEmergencyAccess, asked, pathway_id=pathway_id)
    return door.run(take_emergency_access, command, of=command.access_id)


@router.get("/emergency-accesses", responses=lists(NotYoursToReview))
def queue(paging: APage, *, awaiting: Awaiting = True) -> PageShown[EmergencyShown]:
    """Emergency accesses to people your organisation follows, the oldest first."""
    page = read_emergencies(
        paging.house.network,
        paging.house.views,
        paging.by,
        wanted=EmergencyFilter(awaiting),
        page=paging.page("emergencies"),
        min_position=paging.min_position,
    )
    paging.traced((row.pathway_id, (DataClass.SOCIAL,)) for row in page.entries)
    shown = tuple(EmergencyShown.model_validate(row) for row in page.entries)
    return paging.shown("emergencies", page, shown)


@on_pathway(
    router,
    "/pathways/{pathway_id}/emergency-access/{access_id}/review",
    EmergencyUnknown,
    EmergencyReviewed,
    NotYoursToReview,
)
def review(pathway_id: UUID, access_id: UUID, asked: Reviewing, door: ADoor) -> Told:
    """Say whether it was justified; a coordinator or the referent does, never who took it."""
    addressed = {"pathway_id": pathway_id, "access_id": access_id}
    command = door.command(ReviewEmergencyAccess, asked, **addressed)
    return door.run(review_emergency_access, command, of=access_id)


@router.get("/pathways/{pathway_id}/access", responses=reads(PathwayNotOpened, NotYoursToExplain))
def explain(
    pathway_id: UUID,
    request: Request,
    by: SignedIn,
    organisation_id: OfOrganisation = None,
    profession: OfProfession = Profession.OTHER,
) -> AccessShown:
    """Why you see each class of data or not; a coordinator may ask it for an organisation."""
    about = About(organisation_id, profession) if organisation_id else None
    told = explain_access(house(request).network, pathway_id, by, about=about)
    return AccessShown.model_validate(told)

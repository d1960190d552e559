"""The directory of the network, for each of its members to read."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from api.http.paging import APage, PageShown
from api.http.reading import Shown
from api.http.says import lists, reads
from api.http.signed_in import AHouse, member_of
from application.organisations.list_members import list_members
from application.views.list_organisations import list_organisations
from application.views.organisations import OrganisationFilter
from domain.members import MemberStatus, Profession
from domain.organisation.registration import OrganisationKind, OrganisationUnknown

router = APIRouter(prefix="/v1/organisations", tags=["organisations"])
Named = Annotated[str, Query(max_length=120, description="Words of its name.")]


class OrganisationShown(Shown):
    """What everybody in the network may know of an organisation."""

    organisation_id: UUID
    name: str
    kind: OrganisationKind
    territory: str
    call_back: str
    time_zone: str
    partner_from: date | None = Field(description="Its latest agreement; null: it signed none.")
    partner_until: date | None = Field(description="Its last day; null: no end is known.")


class MemberShown(Shown):
    id: UUID
    name: str | None = Field(description="Null once it was erased.")
    profession: Profession
    status: MemberStatus
    left_at: datetime | None


@router.get("", responses=lists())
def organisations(
    paging: APage, kind: OrganisationKind | None = None, named: Named = ""
) -> PageShown[OrganisationShown]:
    """The organisations of the network, by name."""
    page = list_organisations(
        paging.house.views,
        wanted=OrganisationFilter(kind, named),
        page=paging.page("organisations"),
        min_position=paging.min_position,
    )
    entries = tuple(map(OrganisationShown.model_validate, page.entries))
    return paging.shown("organisations", page, entries)


@router.get(
    "/{organisation_id}/members",
    responses=reads(OrganisationUnknown),
    dependencies=[Depends(member_of)],
)
def members(organisation_id: UUID, house: AHouse) -> tuple[MemberShown, ...]:
    """Who works there, or did: those whom timelines name."""
    return tuple(
        MemberShown(
            id=one,
            name=membership.name,
            profession=membership.hat.profession,
            status=membership.hat.status,
            left_at=membership.left_at,
        )
        for one, membership in list_members(house.network.log, organisation_id).items()
    )

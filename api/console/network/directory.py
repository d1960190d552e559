"""The organisations of the network, and each of them: who works there, under which agreements."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.console.network.ways import ways_for
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.http.directory import organisations
from api.http.paging import After, Paging
from application.organisations.read_organisation import read_organisation
from application.views.pages import USUAL
from domain.organisation.administration import administers
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind

router = APIRouter(prefix="/network", route_class=ConsoleRoute, include_in_schema=False)
KINDS = {kind.value: kind for kind in OrganisationKind}
Words = Annotated[str, Query(max_length=120)]


@router.get("")
def network(
    visit: AVisit,
    kind: str = "",
    named: Words = "",
    after: After = None,
    fresh: str | None = None,
) -> Response:
    """Every organisation by name, or those of a kind, or of some words."""
    paging = Paging(visit.by, visit.house, USUAL, after, fresh)
    listed = organisations(paging, KINDS.get(kind), named.strip())
    return page(
        visit,
        "network/network.html",
        listed=listed,
        kinds=tuple(OrganisationKind),
        kind=KINDS.get(kind),
        named=named,
        ways=ways_for(visit),
        registers=administers(visit.by, FOUNDER),
    )


@router.get("/{organisation_id}")
def organisation(organisation_id: UUID, visit: AVisit) -> Response:
    """What it is, how it is reached, who works there; and what its administrators may do."""
    read = read_organisation(visit.house.network.log, organisation_id, visit.by)
    return page(visit, "network/organisation.html", organisation=read)

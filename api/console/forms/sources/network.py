"""Organisations, and who works there, as the directory tells them to everybody."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice
from api.console.forms.parsing import APART
from api.console.forms.sources.source import Source, member
from application.facilities.read_facilities import list_facilities
from application.organisations.list_members import list_members
from application.views.list_organisations import list_organisations
from application.views.organisations import OrganisationRow
from application.views.pages import MOST, Page, PageAsked
from domain.facility.words import FacilityKind


def organisations(asking: Asking) -> Iterator[Choice]:
    """Every one of the network."""
    after = None
    while True:
        asked = PageAsked(MOST, after)
        page: Page[OrganisationRow] = list_organisations(asking.visit.house.views, page=asked)
        yield from (Choice(str(row.organisation_id), row.name) for row in page.entries)
        if page.next is None:
            return
        after = page.next


def others(asking: Asking) -> Iterator[Choice]:
    """Every one but the visitor's own."""
    own = str(asking.visit.by.organisation_id)
    yield from (choice for choice in organisations(asking) if choice.value != own)


def own_organisation(asking: Asking) -> Iterator[Choice]:
    own = asking.visit.by.organisation_id
    yield Choice(str(own), asking.directory.organisation(own))


def circle(asking: Asking) -> Iterator[Choice]:
    yield from _named(asking, asking.pathway.sharing.circle)


def asking_to_join(asking: Asking) -> Iterator[Choice]:
    yield from _named(asking, asking.pathway.team.asking)


def colleagues(asking: Asking) -> Iterator[Choice]:
    yield from _members(asking, asking.visit.by.organisation_id)


def members(asking: Asking) -> Iterator[Choice]:
    """Those of the organisations that share the pathway."""
    for organisation_id in asking.pathway.sharing.circle:
        yield from _members(asking, organisation_id, mixed=True)


def named(asking: Asking) -> Iterator[Choice]:
    """The same, each with their organisation as part of what is chosen."""
    for organisation_id in asking.pathway.sharing.circle:
        for choice in _members(asking, organisation_id, mixed=True):
            yield Choice(f"{organisation_id}{APART}{choice.value}", choice.label)


def members_of_network(asking: Asking) -> Iterator[Choice]:
    for choice in organisations(asking):
        yield from _members(asking, UUID(choice.value), mixed=True)


def humans(asking: Asking) -> Iterator[Choice]:
    """People who wear a hat already."""
    for choice in organisations(asking):
        for membership in list_members(asking.visit.house.network.log, UUID(choice.value)).values():
            if membership.left_at is None:
                yield Choice(str(membership.human_id), f"{membership.name or '…'} · {choice.label}")


def facilities(asking: Asking) -> Iterator[Choice]:
    for one in list_facilities(asking.visit.house.network):
        if one.kind is not FacilityKind.HEALTH_CENTRE:
            yield Choice(str(one.id), one.name)


def health_facilities(asking: Asking) -> Iterator[Choice]:
    for one in list_facilities(asking.visit.house.network):
        if one.kind is FacilityKind.HEALTH_CENTRE:
            yield Choice(str(one.id), one.name)


def _named(asking: Asking, ids: Iterable[UUID]) -> Iterator[Choice]:
    yield from (Choice(str(one), asking.directory.organisation(one)) for one in ids)


def _members(asking: Asking, organisation_id: UUID, *, mixed: bool = False) -> Iterator[Choice]:
    """Those who are there now."""
    found = list_members(asking.visit.house.network.log, organisation_id)
    for one, membership in found.items():
        if membership.left_at is None:
            yield member(asking, one, membership, of=organisation_id if mixed else None)


NETWORK: Mapping[str, Source] = {
    "organisation_id": others,
    "organisations": organisations,
    "target_id": others,
    "with_organisation": organisations,
    "own_organisation": own_organisation,
    "circle": circle,
    "asking": asking_to_join,
    "colleagues": colleagues,
    "members": members,
    "named": named,
    "members_of_network": members_of_network,
    "humans": humans,
    "facilities": facilities,
    "health_facilities": health_facilities,
    "professional_id": colleagues,
    "operator_id": colleagues,
}

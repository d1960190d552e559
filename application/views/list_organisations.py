"""The directory of the network, open to each of its members."""

from collections.abc import Iterator

from application.views.organisations import (
    EVERY_ORGANISATION,
    OrganisationFilter,
    OrganisationRow,
)
from application.views.pages import FIRST_PAGE, MOST, Page, PageAsked
from application.views.ports import OrganisationsView


def list_organisations(
    views: OrganisationsView,
    *,
    wanted: OrganisationFilter = EVERY_ORGANISATION,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[OrganisationRow]:
    """A page of organisations, by name.

    Raises:
        ViewBehind: the view has not come to `min_position` in time.
    """
    found = views.organisations(wanted, page, min_position=min_position)
    return Page(tuple(found.rows), found.next)


def every_organisation(views: OrganisationsView) -> Iterator[OrganisationRow]:
    """All of them, by name."""
    page = PageAsked(MOST)
    while True:
        found = views.organisations(EVERY_ORGANISATION, page, min_position=0)
        yield from found.rows
        if found.next is None:
            return
        page = PageAsked(MOST, found.next)

"""The directory of the network, open to each of its members."""

from application.views.organisations import (
    EVERY_ORGANISATION,
    OrganisationFilter,
    OrganisationRow,
)
from application.views.pages import FIRST_PAGE, Page, PageAsked
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

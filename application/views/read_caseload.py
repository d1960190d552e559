"""The pathways that an organisation, or one of its members, follows: what is due first is first."""

from application.network import Network
from application.views.caseload import (
    ALL_OPEN,
    CaseloadEntry,
    CaseloadFilter,
    caseload_entry,
    caseload_rows,
)
from application.views.folded import Folded
from application.views.fresh import moved_since
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.people import called_in
from application.views.ports import CaseloadView
from application.views.reach import Reach
from domain.members import Member


def read_caseload(
    network: Network,
    views: CaseloadView,
    viewer: Member,
    *,
    wanted: CaseloadFilter = ALL_OPEN,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[CaseloadEntry]:
    """A page of a caseload; what moved since the view was written is told as it is now.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met)
    found = views.caseload(reach, wanted, page, min_position=min_position)
    moved = moved_since(network.log, found.rows, position=found.position)
    entries = [
        _entry_now(moved[pathway_id], reach, wanted)
        if pathway_id in moved
        else caseload_entry(rows, called=found.called.get(pathway_id))
        for pathway_id, rows in found.rows.items()
    ]
    return Page(tuple(entry for entry in entries if entry), found.next)


def _entry_now(folded: Folded, reach: Reach, wanted: CaseloadFilter) -> CaseloadEntry | None:
    """The entry of a pathway as it is now, unless it is not wanted, or not theirs, any more."""
    rows = [row for row in caseload_rows(folded) if reach.includes(row) and wanted.includes(row)]
    return caseload_entry(rows, called=called_in(folded)) if rows else None

"""The pathways that an organisation, or one of its members, follows, in the order asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from application.caseloads.lent import kept_from, with_caseloads_lent
from application.network import Network
from application.views.caseload import (
    ALL_OPEN,
    CaseloadEntry,
    CaseloadFilter,
    caseload_entry,
    caseload_rows_now,
)
from application.views.fresh import fresh
from application.views.pages import FIRST_PAGE, Page, PageAsked
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
    reach = Reach.of(viewer, network.classes_met, at=network.clock())
    wanted = with_caseloads_lent(network, viewer, wanted)
    found = views.caseload(reach, wanted, page, min_position=min_position)
    now = fresh(
        network.log,
        reach,
        found,
        lambda folded, _: (
            row
            for row in caseload_rows_now(folded)
            if reach.sees(folded.pathway, row) and wanted.includes(row)
        ),
    )
    entries = [
        caseload_entry(list(rows), person=now.people.get(pathway_id))
        for pathway_id, rows in groupby(now.rows, key=lambda row: row.pathway_id)
    ]
    held = [entry for entry in entries if wanted.holds(entry)]
    return Page(tuple(_with_lent(network, viewer, wanted, held)), now.next)


def _with_lent(
    network: Network, viewer: Member, wanted: CaseloadFilter, entries: Sequence[CaseloadEntry]
) -> Iterator[CaseloadEntry]:
    """Those lent said to be so, and none to whom the person keeps out."""
    lent = [entry.pathway_id for entry in entries if entry.referent_id in wanted.lent_by]
    kept = kept_from(network, viewer, wanted.referent_id, lent)
    for entry in entries:
        if entry.referent_id not in wanted.lent_by:
            yield entry
        elif entry.pathway_id not in kept:
            yield replace(entry, lent_by=entry.referent_id)

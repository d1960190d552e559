"""The possible duplicates that the viewer's organisation is told of, across pathways."""

from dataclasses import dataclass

from application.network import Network
from application.views.duplicates import DuplicateFilter, DuplicateRow, duplicate_rows
from application.views.folded import Folded
from application.views.memo import Memo
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.people import PersonRow, person_of
from application.views.ports import DuplicatesView
from application.views.reach import Reach
from domain.data_classes import DataClass
from domain.members import Member


@dataclass(frozen=True, slots=True)
class DuplicateEntry:
    """A pathway of which there may be another."""

    row: DuplicateRow
    person: PersonRow | None


def read_duplicates(
    network: Network,
    views: DuplicatesView,
    viewer: Member,
    *,
    wanted: DuplicateFilter,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[DuplicateEntry]:
    """A page of them, the oldest first, each decided again from its stream: they are few.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met, at=network.clock())
    found = views.duplicates(reach, wanted, page, min_position=min_position)
    streams = network.log.streams({row.pathway_id for row in found.rows})
    folded = {one: Folded.of(one).after(events) for one, events in streams.items()}
    now = {
        row[:3]: DuplicateEntry(row, person_of(folded[row.pathway_id]))
        for one in folded.values()
        if reach.sight(one.pathway).of_class(DataClass.IDENTITY)
        for rows in duplicate_rows(one, Memo())
        for row in rows
        if row.awaits_answer == wanted.awaits_answer
    }
    entries = (now.get(row[:3]) for row in found.rows)
    return Page(tuple(entry for entry in entries if entry is not None), found.next)

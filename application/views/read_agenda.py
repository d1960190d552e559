"""What is on the agenda of the viewer's organisation, day by day."""

from collections.abc import Iterator, Sequence
from itertools import chain

from application.caseloads.lent import kept_from, with_days_lent
from application.network import Network
from application.views.agenda import AgendaEntry, AgendaFilter, AgendaRow, agenda_rows
from application.views.folded import Folded
from application.views.fresh import fresh
from application.views.memo import Memo
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.ports import AgendaView
from application.views.reach import Reach
from domain.members import Member


def read_agenda(
    network: Network,
    views: AgendaView,
    viewer: Member,
    *,
    wanted: AgendaFilter,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[AgendaEntry]:
    """A page of appointments and follow-ups, in order of time.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met, at=network.clock())
    wanted = with_days_lent(network, viewer, wanted)

    def again(folded: Folded, before: Sequence[AgendaRow]) -> Iterator[AgendaRow]:
        shown = {row.item_id for row in before}
        for row in chain.from_iterable(agenda_rows(folded, Memo())):
            if row.item_id in shown and reach.sees(folded.pathway, row) and wanted.includes(row):
                yield row

    found = views.agenda(reach, wanted, page, min_position=min_position)
    now = fresh(network.log, reach, found, again)
    lent = [row.pathway_id for row in now.rows if wanted.lends(row)]
    kept = kept_from(network, viewer, wanted.member_id, lent)
    entries = (
        AgendaEntry(
            now.people.get(row.pathway_id), row, row.member_id if wanted.lends(row) else None
        )
        for row in now.rows
        if not (wanted.lends(row) and row.pathway_id in kept)
    )
    return Page(tuple(entries), now.next)

"""The emergency accesses that the viewer's organisation is told of."""

from itertools import chain

from application.network import Network
from application.views.emergencies import EmergencyFilter, EmergencyRow, emergency_rows
from application.views.folded import Folded
from application.views.memo import Memo
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.ports import EmergenciesView
from application.views.reach import Viewer
from domain.members import Member, Role
from domain.pathway.grounds.refusals import NotYoursToReview
from domain.pathway.pathway import Pathway


def read_emergencies(
    network: Network,
    views: EmergenciesView,
    viewer: Member,
    *,
    wanted: EmergencyFilter,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[EmergencyRow]:
    """A page of the queue, the oldest first, without those that moved out of it since.

    Raises:
        NotYoursToReview: the viewer is neither a caseworker nor a coordinator.
        ViewBehind: the view has not come to `min_position` in time.
    """
    if not {Role.CASEWORKER, Role.COORDINATOR} & viewer.roles:
        raise NotYoursToReview
    told = Viewer(viewer.organisation_id, viewer.id, frozenset(), network.clock())
    found = views.emergencies(told, wanted, page, min_position=min_position)
    moved = network.log.touched({row.pathway_id for row in found.rows}, after=found.position)
    now = {
        row.access_id: row
        for events in network.log.streams(moved).values()
        for row in chain.from_iterable(
            emergency_rows(Folded.of(events[0].originator_id).after(events), Memo())
        )
        if row.organisation_id == viewer.organisation_id
        and row.awaits_verdict == wanted.awaits_verdict
    }
    rows = (
        now.get(row.access_id) if row.pathway_id in moved else row
        for row in found.rows
        if not _keeps_out(network, row, viewer)
    )
    return Page(tuple(row for row in rows if row is not None), found.next)


def _keeps_out(network: Network, row: EmergencyRow, viewer: Member) -> bool:
    objections = network.log.load(Pathway, row.pathway_id).objections
    return objections.keep_out(organisation_id=viewer.organisation_id, member_id=viewer.id)

"""The invitations that await an answer of the viewer's organisation."""

from application.network import Network
from application.refusals import EventUnreadable
from application.views.invitations import InvitationRow
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.ports import InvitationsView
from application.views.reach import Reach
from domain.members import Member
from domain.pathway.pathway import Pathway


def read_invitations(
    network: Network,
    views: InvitationsView,
    viewer: Member,
    *,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[InvitationRow]:
    """A page of them, the longest waiting first, without those that were answered since.

    Raises:
        RoleFollowsNobody: the viewer follows no pathway under this hat.
        ViewBehind: the view has not come to `min_position` in time.
    """
    reach = Reach.of(viewer, network.classes_met, at=network.clock())
    found = views.invitations(reach, page, min_position=min_position)
    return Page(tuple(row for row in found.rows if _awaits(network, row, viewer)), found.next)


def _awaits(network: Network, row: InvitationRow, viewer: Member) -> bool:
    """Whether it still awaits an answer, and the person lets this viewer know of it."""
    try:
        pathway = network.log.load(Pathway, row.pathway_id)
    except EventUnreadable:
        return False
    return network.sight(pathway, viewer).of_invitation()

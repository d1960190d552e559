"""The emergency accesses that a member may say something of, and to whom they were."""

from dataclasses import dataclass

from application.inbox.knowing import Known
from application.network import Network
from application.refusals import EventUnreadable
from application.sharing.review_emergency_access import reviews
from application.views.emergencies import EmergencyFilter, EmergencyRow
from application.views.pages import MOST, PageAsked
from application.views.people import PersonRow
from application.views.ports import EmergenciesView
from application.views.read_emergencies import read_emergencies
from domain.members import Member
from domain.pathway.pathway import Pathway


@dataclass(frozen=True, slots=True)
class EmergencyToReview:
    person: PersonRow | None
    row: EmergencyRow


def emergencies_to_review(
    network: Network, views: EmergenciesView, viewer: Member, *, min_position: int = 0
) -> tuple[EmergencyToReview, ...]:
    """The oldest first: those that a coordinator or the referent is to say justified or not.

    Raises:
        NotYoursToReview: the viewer is neither a caseworker nor a coordinator.
        ViewBehind: the view has not come to `min_position` in time.
    """
    rows = read_emergencies(
        network,
        views,
        viewer,
        wanted=EmergencyFilter(),
        page=PageAsked(MOST),
        min_position=min_position,
    ).entries
    known = ((row, _known(network, row, viewer)) for row in rows if row.member_id != viewer.id)
    return tuple(
        EmergencyToReview(of.person, row)
        for row, of in known
        if of and reviews(network, of.sight.pathway, viewer)
    )


def _known(network: Network, row: EmergencyRow, viewer: Member) -> Known | None:
    try:
        pathway, events = network.log.whole(Pathway, row.pathway_id)
    except EventUnreadable:
        return None
    return Known.of(network.sight(pathway, viewer), events)

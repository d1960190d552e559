"""The activities of the member's organisation, the latest first."""

from application.activities.running import runs_activities
from application.network import Network
from application.views.activities import ActivityFilter, ActivityRow
from application.views.pages import FIRST_PAGE, Page, PageAsked
from application.views.ports import ActivitiesView
from application.views.reach import Viewer
from domain.activity.refusals import NotYoursToHold
from domain.members import Member

EVERY_ACTIVITY = ActivityFilter()


def list_activities(
    network: Network,
    views: ActivitiesView,
    by: Member,
    *,
    wanted: ActivityFilter = EVERY_ACTIVITY,
    page: PageAsked = FIRST_PAGE,
    min_position: int = 0,
) -> Page[ActivityRow]:
    """A page of them; those of others do not exist for the member.

    Raises:
        NotYoursToHold: under this hat, the member runs none.
        ViewBehind: the view has not come to `min_position` in time.
    """
    if not runs_activities(by):
        raise NotYoursToHold
    viewer = Viewer(by.organisation_id, by.id, frozenset(), network.clock())
    found = views.activities(viewer, wanted, page, min_position=min_position)
    return Page(tuple(found.rows), found.next)

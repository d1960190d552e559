"""Read an activity, for the members who run it."""

from uuid import UUID

from application.activities.running import must_run
from application.network import Network
from domain.activity.activity import Activity
from domain.members import Member


def read_activity(network: Network, activity_id: UUID, by: Member) -> Activity:
    """An activity of the member's organisation; it tells of nobody.

    Raises:
        ActivityUnknown: there is none that the member runs.
    """
    activity = network.log.load(Activity, activity_id)
    must_run(activity, by)
    return activity

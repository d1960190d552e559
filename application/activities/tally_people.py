"""Tell ages, sexes and needs of the people met during a session, as broad counts."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.activity import Activity
from domain.activity.tallies import PeopleTallied, Tally
from domain.members import Member


class TallyPeople(Command):
    activity_id: UUID
    tally: Tally


def tally_people(network: Network, command: TallyPeople, by: Member) -> Recorded:
    """Keep them in the place of what was told before.

    Raises:
        ActivityUnknown: there is no such activity that the member runs.
        NotAnOutreachSession: it is another kind of activity.
        TooFewToTell: too few people were met.
        MoreCountedThanCame: under a heading, there would be more than were met.
    """

    def told(activity: Activity) -> PeopleTallied:
        activity.outreach.must_be_one()
        return activity.tallies.tell(
            tally=command.tally, people=activity.contacts.people, at=command.at
        )

    return on_activity(network, command.activity_id, told, command=command, by=by)

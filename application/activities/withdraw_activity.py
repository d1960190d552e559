"""Say that an activity should never have been recorded."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.activity import Activity
from domain.activity.holding import ActivityWithdrawn
from domain.members import Member


class WithdrawActivity(Command):
    activity_id: UUID


def withdraw_activity(network: Network, command: WithdrawActivity, by: Member) -> Recorded:
    """Nobody reads or counts it from here on.

    Raises:
        ActivityUnknown: there is none that the member runs.
        PeopleWereMet: some were, during this session.
        PeopleHavePlaces: known people have places in this workshop.
    """

    def withdrawn(activity: Activity) -> ActivityWithdrawn:
        activity.contacts.must_have_nobody()
        activity.workshops.must_have_nobody()
        return activity.holding.withdraw(by=by.organisation_id, at=command.at)

    return on_activity(network, command.activity_id, withdrawn, command=command, by=by)

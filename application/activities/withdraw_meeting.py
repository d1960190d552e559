"""Say that somebody known was not met during an activity: it was another person, or another day."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.activity import Activity
from domain.activity.contacts import ContactEnteredInError
from domain.members import Member
from domain.pathway.meetings import MetDuringActivity


class WithdrawMeeting(Command):
    pathway_id: UUID
    meeting_id: UUID


class UncountContact(Command):
    """What follows from it in the activity."""

    activity_id: UUID
    contact_id: UUID


def withdraw_meeting(network: Network, command: WithdrawMeeting, by: Member) -> Recorded:
    """Withdraw it from the pathway, then from what the activity counts.

    Raises:
        PathwayNotOpened: there is no such pathway that the member may know of.
        MeetingUnknown: their organisation did not meet the person there.
    """
    recorded = network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.meetings.withdraw(
            meeting_id=command.meeting_id, by=by.organisation_id, at=command.at
        ),
        command=command,
        by=by,
    )
    for event in network.log.stream(command.pathway_id):
        if (
            isinstance(event.fact, MetDuringActivity)
            and event.fact.meeting_id == command.meeting_id
        ):
            _uncount(network, command, event.fact.activity_id, by)
    return recorded


def _uncount(network: Network, command: WithdrawMeeting, activity_id: UUID, by: Member) -> None:
    uncounting = UncountContact(
        command_id=command.id_for("contact"),
        activity_id=activity_id,
        contact_id=command.meeting_id,
        at=command.at,
    )

    def uncounted(activity: Activity) -> list[ContactEnteredInError]:
        if command.meeting_id not in activity.contacts.by_id:
            return []
        return [activity.contacts.withdraw(contact_id=command.meeting_id, at=command.at)]

    on_activity(network, activity_id, uncounted, command=uncounting, by=by)

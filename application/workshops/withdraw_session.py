"""Say that a session does not take place, or never should have been planned."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawWorkshopSession(Command):
    activity_id: UUID
    session_id: UUID


def withdraw_session(network: Network, command: WithdrawWorkshopSession, by: Member) -> Recorded:
    return on_activity(
        network,
        command.activity_id,
        lambda activity: activity.workshops.withdraw_session(
            session_id=command.session_id, at=command.at
        ),
        command=command,
        by=by,
    )

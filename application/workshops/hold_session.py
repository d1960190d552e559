"""Note that a session was held, and how many came without a name."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.counting import Many
from domain.members import Member


class HoldWorkshopSession(Command):
    activity_id: UUID
    session_id: UUID
    nameless: Many
    children: Many = 0  # looked after meanwhile


def hold_session(network: Network, command: HoldWorkshopSession, by: Member) -> Recorded:
    return on_activity(
        network,
        command.activity_id,
        lambda activity: activity.workshops.hold(
            session_id=command.session_id,
            nameless=command.nameless,
            children=command.children,
            at=command.at,
        ),
        command=command,
        by=by,
    )

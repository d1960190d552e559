"""Plan a session of a workshop."""

from uuid import UUID

from application.activities.running import on_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.counting import Minutes
from domain.instants import Instant
from domain.members import Member


class PlanWorkshopSession(Command):
    activity_id: UUID
    starts_at: Instant
    minutes: Minutes

    @property
    def session_id(self) -> UUID:
        return self.id_for("session")


def plan_session(network: Network, command: PlanWorkshopSession, by: Member) -> Recorded:
    return on_activity(
        network,
        command.activity_id,
        lambda activity: activity.workshops.plan(
            session_id=command.session_id,
            starts_at=command.starts_at,
            minutes=command.minutes,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Record that the organisation took part in a body."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.bodies import Body
from domain.activity.words import Happening
from domain.members import Member


class AttendBody(Command):
    happening: Happening
    body: Body

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def attend_body(network: Network, command: AttendBody, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.bodies.attend(
            body=command.body,
            happening=command.happening,
            by=by.organisation_id,
            at=command.at,
        ),
        happening=command.happening,
        command=command,
        by=by,
    )

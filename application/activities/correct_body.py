"""Say again, whole, what what was attended was."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.bodies import Body
from domain.activity.words import Happening
from domain.members import Member


class CorrectBody(Command):
    activity_id: UUID
    happening: Happening
    body: Body


def correct_body(network: Network, command: CorrectBody, by: Member) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.bodies.correct(
            body=command.body, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )

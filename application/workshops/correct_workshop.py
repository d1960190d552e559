"""Say again, whole, what a workshop is."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.words import Happening
from domain.activity.workshops.words import Workshop
from domain.members import Member


class CorrectWorkshop(Command):
    activity_id: UUID
    happening: Happening
    workshop: Workshop


def correct_workshop(network: Network, command: CorrectWorkshop, by: Member) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.workshops.correct(
            workshop=command.workshop, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )

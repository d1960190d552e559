"""Say again, whole, what a training was."""

from uuid import UUID

from application.activities.running import correct_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.trainings import Training
from domain.activity.words import Happening
from domain.members import Member


class CorrectTraining(Command):
    activity_id: UUID
    happening: Happening
    training: Training


def correct_training(network: Network, command: CorrectTraining, by: Member) -> Recorded:
    return correct_activity(
        network,
        command.activity_id,
        lambda activity: activity.trainings.correct(
            training=command.training, happening=command.happening, at=command.at
        ),
        happening=command.happening,
        command=command,
        by=by,
    )

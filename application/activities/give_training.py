"""Record a training given to professionals."""

from uuid import UUID

from application.activities.running import new_activity
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.activity.trainings import Training
from domain.activity.words import Happening
from domain.members import Member


class GiveTraining(Command):
    happening: Happening
    training: Training

    @property
    def activity_id(self) -> UUID:
        return self.id_for("activity")


def give_training(network: Network, command: GiveTraining, by: Member) -> Recorded:
    return new_activity(
        network,
        command.activity_id,
        lambda activity: activity.trainings.give(
            training=command.training,
            happening=command.happening,
            by=by.organisation_id,
            at=command.at,
        ),
        happening=command.happening,
        command=command,
        by=by,
    )

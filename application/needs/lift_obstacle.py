"""Note that an obstacle is out of the way, and how."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.obstacles.words import LiftedHow
from domain.text import Text


class LiftObstacle(Command):
    pathway_id: UUID
    obstacle_id: UUID
    how: LiftedHow
    words: Text | None = None


def lift_obstacle(network: Network, command: LiftObstacle, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.obstacles.lift(
            obstacle_id=command.obstacle_id, how=command.how, words=command.words, at=command.at
        ),
        command=command,
        by=by,
    )

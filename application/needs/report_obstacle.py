"""Note what stands in the way, and what it delays."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.obstacles.words import Delayed, ObstacleKind
from domain.rights.schemes import NonTakeUp
from domain.text import Text


class ReportObstacle(Command):
    pathway_id: UUID
    kind: ObstacleKind
    non_take_up: NonTakeUp | None = None
    delays: Delayed | None = None
    words: Text | None = None
    data_class: DataClass | None = None  # raises the class where the words say more

    @property
    def obstacle_id(self) -> UUID:
        return self.id_for("obstacle")


def report_obstacle(network: Network, command: ReportObstacle, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.obstacles.report(
            obstacle_id=command.obstacle_id,
            kind=command.kind,
            non_take_up=command.non_take_up,
            delays=command.delays,
            words=command.words,
            data_class=command.data_class,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note care or a right that the person gives up, and why."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.obstacles.words import ObstacleKind
from domain.pathway.renunciations import GivenUp
from domain.text import Text


class RecordRenunciation(Command):
    pathway_id: UUID
    given_up: GivenUp
    reason: ObstacleKind
    words: Text | None = None
    data_class: DataClass | None = None  # raises the class where the words say more

    @property
    def renunciation_id(self) -> UUID:
        return self.id_for("renunciation")


def record_renunciation(network: Network, command: RecordRenunciation, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.renunciations.renounce(
            renunciation_id=command.renunciation_id,
            given_up=command.given_up,
            reason=command.reason,
            words=command.words,
            data_class=command.data_class,
            at=command.at,
        ),
        command=command,
        by=by,
    )

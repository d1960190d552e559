"""Note what the person needs."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.needs import NeedKind
from domain.text import Text


class IdentifyNeed(Command):
    pathway_id: UUID
    kind: NeedKind
    words: Text | None = None
    data_class: DataClass | None = None  # raises the class where the words say more

    @property
    def need_id(self) -> UUID:
        return self.id_for("need")


def identify_need(network: Network, command: IdentifyNeed, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.needs.identify(
            need_id=command.need_id,
            kind=command.kind,
            words=command.words,
            data_class=command.data_class,
            at=command.at,
        ),
        command=command,
        by=by,
    )

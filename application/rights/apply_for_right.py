"""Begin an application for a right."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.rights.schemes import Document, Scheme


class ApplyForRight(Command):
    pathway_id: UUID
    scheme: Scheme
    of_minor: bool = False
    documents: tuple[Document, ...] | None = None  # None: those that the rules ask for

    @property
    def right_id(self) -> UUID:
        return self.id_for("right")


def apply_for_right(network: Network, command: ApplyForRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.start(
            right_id=command.right_id,
            scheme=command.scheme,
            documents=command.documents,
            of_minor=command.of_minor,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

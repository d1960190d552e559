"""Note what the service misses in a file."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import Document


class DeclareFileIncomplete(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day
    missing: tuple[Document, ...]


def declare_file_incomplete(
    network: Network, command: DeclareFileIncomplete, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.declare_incomplete(
            right_id=command.right_id,
            on=command.on,
            missing=command.missing,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

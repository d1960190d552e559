"""Note that the service misses nothing in a file."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class DeclareFileComplete(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day


def declare_file_complete(network: Network, command: DeclareFileComplete, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.declare_complete(
            right_id=command.right_id,
            on=command.on,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Ask for what comes after the present period of a right."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class FileRenewal(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day
    despite_missing: bool = False  # file without a required document, to save the date


def file_renewal(network: Network, command: FileRenewal, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.file_renewal(
            right_id=command.right_id,
            on=command.on,
            despite_missing=command.despite_missing,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

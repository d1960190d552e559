"""Note that an interrupted right runs again."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class RestoreRight(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day  # the first day with it again


def restore_right(network: Network, command: RestoreRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.restore(
            right_id=command.right_id,
            on=command.on,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

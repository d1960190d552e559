"""Note that a right was never the person's."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterRightInError(Command):
    pathway_id: UUID
    right_id: UUID


def enter_right_in_error(network: Network, command: EnterRightInError, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.enter_in_error(
            right_id=command.right_id, rules=network.rules.on(command.at.date()), at=command.at
        ),
        command=command,
        by=by,
    )

"""Note that the person was told what the laboratory found."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class TellConfirmation(Command):
    pathway_id: UUID
    test_id: UUID


def tell_confirmation(network: Network, command: TellConfirmation, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.tell_result(
            test_id=command.test_id, at=command.at
        ),
        command=command,
        by=by,
    )

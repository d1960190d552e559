"""Note what the laboratory found."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.screening.words import LaboratoryResult


class ReceiveConfirmation(Command):
    pathway_id: UUID
    test_id: UUID
    result: LaboratoryResult


def receive_confirmation(network: Network, command: ReceiveConfirmation, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.receive_confirmation(
            test_id=command.test_id, result=command.result, at=command.at
        ),
        command=command,
        by=by,
    )

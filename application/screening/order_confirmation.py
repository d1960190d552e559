"""Order the confirmation of a positive test by a laboratory."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.text import Label


class OrderConfirmation(Command):
    pathway_id: UUID
    test_id: UUID
    laboratory: Label | None = None


def order_confirmation(network: Network, command: OrderConfirmation, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.order_confirmation(
            test_id=command.test_id, laboratory=command.laboratory, at=command.at
        ),
        command=command,
        by=by,
    )

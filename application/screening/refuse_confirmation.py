"""Note that the person wants no confirmation, and why."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.screening.words import WhyNotConfirmed
from domain.text import Text


class RefuseConfirmation(Command):
    pathway_id: UUID
    test_id: UUID
    reason: WhyNotConfirmed
    words: Text | None = None


def refuse_confirmation(network: Network, command: RefuseConfirmation, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.refuse_confirmation(
            test_id=command.test_id, reason=command.reason, words=command.words, at=command.at
        ),
        command=command,
        by=by,
    )

"""Note that the person no longer consents to rapid tests."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawTestConsent(Command):
    pathway_id: UUID
    test_consent_id: UUID


def withdraw_test_consent(network: Network, command: WithdrawTestConsent, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).test_consents.withdraw(
            test_consent_id=command.test_consent_id, at=command.at
        ),
        command=command,
        by=by,
    )

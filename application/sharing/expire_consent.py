"""Say, as the system itself, that a consent came to the end of its period."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded


class ExpireConsent(Command):
    pathway_id: UUID
    consent_id: UUID


def expire_consent(network: Network, command: ExpireConsent) -> Recorded:
    """Record the end; nothing was shared since it came."""
    now = network.clock()
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.consents.expire(consent_id=command.consent_id, now=now),
        command=command,
        by=None,
    )

"""Record that the person takes a consent back."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.grounds.facts import SharingConsentWithdrawn
from domain.pathway.pathway import Pathway


class WithdrawConsent(Command):
    pathway_id: UUID
    consent_id: UUID


def withdraw_consent(network: Network, command: WithdrawConsent, by: Member) -> Recorded:
    """End a consent at once.

    Raises:
        ConsentUnknown: there is none that its author may see.
        ConsentOver: it was withdrawn, or has expired.
    """

    def decision(pathway: Pathway) -> SharingConsentWithdrawn:
        seen = network.as_seen(pathway, by)
        return seen.consents.withdraw(consent_id=command.consent_id, at=command.at)

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

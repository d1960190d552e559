"""Ask the target of a referral again where it stands."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class ChaseReferral(Command):
    pathway_id: UUID
    referral_id: UUID


def chase_referral(network: Network, command: ChaseReferral, by: Member | None) -> Recorded:
    """Chase it by hand, or by nobody: the system itself, when its time has come."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.chase(
            referral_id=command.referral_id,
            by=by.organisation_id if by else None,
            at=command.at,
        ),
        command=command,
        by=by,
    )

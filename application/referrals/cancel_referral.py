"""Stop a referral, from either side."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import CancellationReason, RefusedBy


class CancelReferral(Command):
    pathway_id: UUID
    referral_id: UUID
    refused_by: RefusedBy | None
    reason: CancellationReason


def cancel_referral(network: Network, command: CancelReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.cancel(
            referral_id=command.referral_id,
            refused_by=command.refused_by,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

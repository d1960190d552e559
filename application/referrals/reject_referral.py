"""Decline a referral before anything was done, saying why and who refused."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import RefusedBy, RejectionReason


class RejectReferral(Command):
    pathway_id: UUID
    referral_id: UUID
    refused_by: RefusedBy
    reason: RejectionReason


def reject_referral(network: Network, command: RejectReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.reject(
            referral_id=command.referral_id,
            refused_by=command.refused_by,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

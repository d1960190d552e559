"""Say that a referral should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import ErrorReason


class WithdrawReferral(Command):
    pathway_id: UUID
    referral_id: UUID
    reason: ErrorReason


def withdraw_referral(network: Network, command: WithdrawReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.withdraw(
            referral_id=command.referral_id,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

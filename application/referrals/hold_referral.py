"""Put a referral on hold, saying what is waited for."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import HoldReason


class HoldReferral(Command):
    pathway_id: UUID
    referral_id: UUID
    reason: HoldReason


def hold_referral(network: Network, command: HoldReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.hold(
            referral_id=command.referral_id,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

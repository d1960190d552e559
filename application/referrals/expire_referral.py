"""End a referral that nobody answered in time; the system does so by itself."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded


class ExpireReferral(Command):
    pathway_id: UUID
    referral_id: UUID
    after_days: int  # of the network's rules


def expire_referral(network: Network, command: ExpireReferral) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.expire(
            referral_id=command.referral_id,
            after_days=command.after_days,
            at=command.at,
        ),
        command=command,
        by=None,
    )

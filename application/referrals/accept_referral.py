"""Take responsibility for what a referral asks."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class AcceptReferral(Command):
    pathway_id: UUID
    referral_id: UUID


def accept_referral(network: Network, command: AcceptReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.accept(
            referral_id=command.referral_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Say that what a referral asked was done."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class CompleteReferral(Command):
    pathway_id: UUID
    referral_id: UUID


def complete_referral(network: Network, command: CompleteReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.complete(
            referral_id=command.referral_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

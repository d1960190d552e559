"""Begin the work that a referral asks for, or begin again after a hold."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class StartReferral(Command):
    pathway_id: UUID
    referral_id: UUID


def start_referral(network: Network, command: StartReferral, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.start(
            referral_id=command.referral_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

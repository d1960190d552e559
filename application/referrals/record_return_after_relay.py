"""Say that the person came back although they had been relayed."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class RecordReturnAfterRelay(Command):
    pathway_id: UUID
    referral_id: UUID


def record_return_after_relay(
    network: Network, command: RecordReturnAfterRelay, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.record_return(
            referral_id=command.referral_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

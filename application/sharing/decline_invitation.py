"""Decline to share a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.sharing.words import DeclineReason


class DeclineInvitation(Command):
    pathway_id: UUID
    reason: DeclineReason


def decline_invitation(network: Network, command: DeclineInvitation, by: Member) -> Recorded:
    return network.on_invitation(
        command.pathway_id,
        lambda pathway: pathway.sharing.decline(
            organisation_id=by.organisation_id,
            reason=command.reason,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Record that the person was not heard from, as planned."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.follow_up import FollowUpMissedReason


class MissFollowUp(Command):
    pathway_id: UUID
    follow_up_id: UUID
    reason: FollowUpMissedReason


def miss_follow_up(network: Network, command: MissFollowUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.follow_ups.miss(
            follow_up_id=command.follow_up_id,
            reason=command.reason,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Record that the person was heard from, as planned."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.follow_up import Mode


class RecordFollowUp(Command):
    pathway_id: UUID
    follow_up_id: UUID
    mode: Mode


def record_follow_up(network: Network, command: RecordFollowUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.follow_ups.do(
            follow_up_id=command.follow_up_id,
            mode=command.mode,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

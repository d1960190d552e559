"""Give a follow-up another day."""

from datetime import date
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class MoveFollowUp(Command):
    pathway_id: UUID
    follow_up_id: UUID
    due_on: date


def move_follow_up(network: Network, command: MoveFollowUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.follow_ups.move(
            follow_up_id=command.follow_up_id,
            due_on=command.due_on,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note that a right stops before its term."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import EndReason


class EndRight(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day  # the last day covered
    reason: EndReason


def end_right(network: Network, command: EndRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.end(
            right_id=command.right_id,
            on=command.on,
            reason=command.reason,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

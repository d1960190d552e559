"""Note that a right is interrupted."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import SuspensionReason


class SuspendRight(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day  # the first day without it
    reason: SuspensionReason


def suspend_right(network: Network, command: SuspendRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.suspend(
            right_id=command.right_id,
            on=command.on,
            reason=command.reason,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

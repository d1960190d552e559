"""Correct an end that did not happen."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawRightEnd(Command):
    pathway_id: UUID
    right_id: UUID


def withdraw_right_end(network: Network, command: WithdrawRightEnd, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.withdraw_end(
            right_id=command.right_id, rules=network.rules.on(command.at.date()), at=command.at
        ),
        command=command,
        by=by,
    )

"""Note the answer to an appeal."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import Decision


class DecideAppeal(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day
    decision: Decision


def decide_appeal(network: Network, command: DecideAppeal, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.decide_appeal(
            right_id=command.right_id,
            on=command.on,
            decision=command.decision,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

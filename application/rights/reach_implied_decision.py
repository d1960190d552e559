"""Note that the service let its time to answer go by; a clock may note it, by nobody."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class ReachImpliedDecision(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day


def reach_implied_decision(
    network: Network, command: ReachImpliedDecision, by: Member | None
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.reach_implied_decision(
            right_id=command.right_id,
            on=command.on,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

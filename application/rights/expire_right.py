"""Note that a right reached its term without being renewed; a clock may note it, by nobody."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class ExpireRight(Command):
    pathway_id: UUID
    right_id: UUID
    today: Day


def expire_right(network: Network, command: ExpireRight, by: Member | None) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.expire(
            right_id=command.right_id,
            today=command.today,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

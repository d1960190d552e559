"""Note a minor's wish that no holder of parental authority is reached."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class KeepParentsAway(Command):
    pathway_id: UUID


def keep_parents_away(network: Network, command: KeepParentsAway, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.discretion.keep_parents_away(at=command.at),
        command=command,
        by=by,
    )

"""Correct a child who was linked by mistake."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class UnlinkChild(Command):
    pathway_id: UUID
    child_id: UUID


def unlink_child(network: Network, command: UnlinkChild, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.unlink_child(child_id=command.child_id, at=command.at),
        command=command,
        by=by,
    )

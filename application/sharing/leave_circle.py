"""End the part of one's own organisation in a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class LeaveCircle(Command):
    pathway_id: UUID


def leave_circle(network: Network, command: LeaveCircle, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.sharing.leave(
            organisation_id=by.organisation_id,
            at=command.at,
            seen=network.as_seen(pathway, by).sharing,
        ),
        command=command,
        by=by,
    )

"""Forget a way to reach the person."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.contacts import RemovalReason


class RemoveContactPoint(Command):
    pathway_id: UUID
    contact_id: UUID
    reason: RemovalReason


def remove_contact_point(network: Network, command: RemoveContactPoint, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.contacts.remove(
            contact_id=command.contact_id, reason=command.reason, at=command.at
        ),
        command=command,
        by=by,
    )

"""Keep everybody away from a contact point."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class FindContactPointUnsafe(Command):
    pathway_id: UUID
    contact_id: UUID


def find_contact_point_unsafe(
    network: Network, command: FindContactPointUnsafe, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.contacts.find_unsafe(contact_id=command.contact_id, at=command.at),
        command=command,
        by=by,
    )

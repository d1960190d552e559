"""Note a way to reach the person, or one to keep away from."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.contacts import ContactPoint


class AddContactPoint(Command):
    pathway_id: UUID
    point: ContactPoint

    @property
    def contact_id(self) -> UUID:
        return self.id_for("contact")


def add_contact_point(network: Network, command: AddContactPoint, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.contacts.add(
            contact_id=command.contact_id, point=command.point, at=command.at
        ),
        command=command,
        by=by,
    )

"""Note a way to reach the person, or one to keep away from."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.people.telephones import may_take_texts
from application.ports import Recorded
from domain.members import Member
from domain.pathway.contacts import ContactKind, ContactPoint, ContactPointAdded, NotAMobile
from domain.pathway.pathway import Pathway


class AddContactPoint(Command):
    pathway_id: UUID
    point: ContactPoint

    @property
    def contact_id(self) -> UUID:
        return self.id_for("contact")


def add_contact_point(network: Network, command: AddContactPoint, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id, lambda pathway: _added(pathway, command), command=command, by=by
    )


def _added(pathway: Pathway, command: AddContactPoint) -> ContactPointAdded:
    point = command.point
    if point.kind is ContactKind.MOBILE and not may_take_texts(point.reach):
        raise NotAMobile
    if point.holder_id:
        pathway.household.must_decide_for_the_person(point.holder_id)
    return pathway.contacts.add(contact_id=command.contact_id, point=point, at=command.at)

"""Tell who the person is, beyond what they are called."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.person import Identity


class DeclareIdentity(Command):
    pathway_id: UUID
    identity: Identity

    @property
    def identity_id(self) -> UUID:
        return self.id_for("identity")


def declare_identity(network: Network, command: DeclareIdentity, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.declare(
            identity=command.identity, identity_id=command.identity_id, at=command.at
        ),
        command=command,
        by=by,
    )

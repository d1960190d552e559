"""Tell who holds parental authority over a child, or over the person while a minor."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.household.words import AuthorityHolder
from domain.text import Name


class RecordParentalAuthority(Command):
    pathway_id: UUID
    child_id: UUID | None = None  # None: over the person
    holder: AuthorityHolder
    name: Name | None = None

    @property
    def authority_id(self) -> UUID:
        return self.id_for("authority")


def record_parental_authority(
    network: Network, command: RecordParentalAuthority, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.record_authority(
            authority_id=command.authority_id,
            child_id=command.child_id,
            holder=command.holder,
            name=command.name,
            at=command.at,
        ),
        command=command,
        by=by,
    )

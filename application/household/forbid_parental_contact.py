"""Keep everybody from reaching a holder of parental authority."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.text import Text


class ForbidParentalContact(Command):
    pathway_id: UUID
    authority_id: UUID
    because: Text | None = None


def forbid_parental_contact(
    network: Network, command: ForbidParentalContact, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.forbid_contact(
            authority_id=command.authority_id, because=command.because, at=command.at
        ),
        command=command,
        by=by,
    )

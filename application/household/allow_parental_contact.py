"""Lift the prohibition of contact with a holder of parental authority."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class AllowParentalContact(Command):
    pathway_id: UUID
    authority_id: UUID


def allow_parental_contact(network: Network, command: AllowParentalContact, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.allow_contact(
            authority_id=command.authority_id, at=command.at
        ),
        command=command,
        by=by,
    )

"""Use the name that the person now wants to be called by."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.text import Name


class CallOtherwise(Command):
    pathway_id: UUID
    called: Name


def call_otherwise(network: Network, command: CallOtherwise, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.call(called=command.called, at=command.at),
        command=command,
        by=by,
    )

"""Record that the person now does without an interpreter."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EndInterpreterNeed(Command):
    pathway_id: UUID


def end_interpreter_need(network: Network, command: EndInterpreterNeed, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.end_interpreter_need(at=command.at),
        command=command,
        by=by,
    )

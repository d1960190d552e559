"""Record the language in which the person needs an interpreter."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.text import Language


class RecordInterpreterNeed(Command):
    pathway_id: UUID
    language: Language


def record_interpreter_need(
    network: Network, command: RecordInterpreterNeed, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.need_interpreter(language=command.language, at=command.at),
        command=command,
        by=by,
    )

"""Let the person be contacted again."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class ResumeContact(Command):
    pathway_id: UUID


def resume_contact(network: Network, command: ResumeContact, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.pace.resume(
            at=command.at,
        ),
        command=command,
        by=by,
    )

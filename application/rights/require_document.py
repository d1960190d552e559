"""Ask for a supporting document."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.rights.schemes import Document


class RequireDocument(Command):
    pathway_id: UUID
    right_id: UUID
    document: Document


def require_document(network: Network, command: RequireDocument, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.require_document(
            right_id=command.right_id,
            document=command.document,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note that a supporting document proves nothing after all, or was lost."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.rights.schemes import Document, DocumentRejection


class RejectDocument(Command):
    pathway_id: UUID
    right_id: UUID
    document: Document
    reason: DocumentRejection


def reject_document(network: Network, command: RejectDocument, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.reject_document(
            right_id=command.right_id,
            document=command.document,
            reason=command.reason,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

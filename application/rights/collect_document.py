"""Note that a supporting document exists."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import Document
from domain.text import Code


class CollectDocument(Command):
    pathway_id: UUID
    right_id: UUID
    document: Document
    on: Day
    paper: Code | None = None  # which paper proves it
    issued_on: Day | None = None
    valid_until: Day | None = None  # the last day


def collect_document(network: Network, command: CollectDocument, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.collect_document(
            right_id=command.right_id,
            document=command.document,
            on=command.on,
            paper=command.paper,
            issued_on=command.issued_on,
            valid_until=command.valid_until,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

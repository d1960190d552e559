"""Say that a note should never have been written."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawNote(Command):
    pathway_id: UUID
    note_id: UUID


def withdraw_note(network: Network, command: WithdrawNote, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.notes.withdraw(
            note_id=command.note_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

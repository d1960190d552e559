"""Say that a buffer session should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawBufferSession(Command):
    pathway_id: UUID
    session_id: UUID


def withdraw_buffer_session(
    network: Network, command: WithdrawBufferSession, by: Member
) -> Recorded:
    """Decided on what the caller sees: a session or a relay that is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).psychology.withdraw(
            session_id=command.session_id,
            by=by,
            at=command.at,
        ),
        command=command,
        by=by,
    )

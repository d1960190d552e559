"""Record a buffer session that a psychologist held."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import Minutes


class HoldBufferSession(Command):
    pathway_id: UUID
    minutes: Minutes
    mode: Mode

    @property
    def session_id(self) -> UUID:
        return self.id_for("session")


def hold_buffer_session(network: Network, command: HoldBufferSession, by: Member) -> Recorded:
    """Decided on what the caller sees: a session or a relay that is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).psychology.hold(
            session_id=command.session_id,
            minutes=command.minutes,
            mode=command.mode,
            practice=network.practice,
            by=by,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note what the person, or the service, says to a relay."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.psychology import Consents


class AnswerRelay(Command):
    pathway_id: UUID
    relay_id: UUID
    said_by: Consents
    accepted: bool


def answer_relay(network: Network, command: AnswerRelay, by: Member) -> Recorded:
    """Decided on what the caller sees: a session or a relay that is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).psychology.answer(
            relay_id=command.relay_id,
            by=command.said_by,
            accepted=command.accepted,
            at=command.at,
        ),
        command=command,
        by=by,
    )

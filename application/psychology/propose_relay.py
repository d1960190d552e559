"""Propose that somebody outside takes over from the buffer sessions."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.psychology import Relay


class ProposeRelay(Command):
    pathway_id: UUID
    relay: Relay

    @property
    def relay_id(self) -> UUID:
        return self.id_for("relay")


def propose_relay(network: Network, command: ProposeRelay, by: Member) -> Recorded:
    """Decided on what the caller sees: a session or a relay that is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).psychology.propose(
            relay_id=command.relay_id,
            relay=command.relay,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note that the first session of a relay was attended."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class StartRelay(Command):
    pathway_id: UUID
    relay_id: UUID
    on: Day


def start_relay(network: Network, command: StartRelay, by: Member) -> Recorded:
    """Decided on what the caller sees: a session or a relay that is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).psychology.start(
            relay_id=command.relay_id,
            on=command.on,
            at=command.at,
        ),
        command=command,
        by=by,
    )

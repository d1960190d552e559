"""Note that a minor no longer wishes their parents to be kept away, as whoever notes it sees it."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class StopKeepingParentsAway(Command):
    pathway_id: UUID


def stop_keeping_parents_away(
    network: Network, command: StopKeepingParentsAway, by: Member
) -> Recorded:
    """Nobody lifts, nor learns of, a wish that they may not see."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).discretion.stop_keeping_parents_away(
            at=command.at
        ),
        command=command,
        by=by,
    )

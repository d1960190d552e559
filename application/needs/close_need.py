"""Note what became of a need."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.needs import NeedOutcome
from domain.text import Text


class CloseNeed(Command):
    pathway_id: UUID
    need_id: UUID
    outcome: NeedOutcome
    words: Text | None = None


def close_need(network: Network, command: CloseNeed, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.needs.close(
            need_id=command.need_id, outcome=command.outcome, words=command.words, at=command.at
        ),
        command=command,
        by=by,
    )

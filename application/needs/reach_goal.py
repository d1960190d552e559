"""Note that the person got where they wanted."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.text import Text


class ReachGoal(Command):
    pathway_id: UUID
    goal_id: UUID
    words: Text | None = None


def reach_goal(network: Network, command: ReachGoal, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.goals.reach(
            goal_id=command.goal_id, words=command.words, at=command.at
        ),
        command=command,
        by=by,
    )

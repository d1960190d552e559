"""Agree with the person on what they want to try."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.data_classes import DataClass
from domain.instants import Day
from domain.members import Member
from domain.text import Text


class AgreeGoal(Command):
    pathway_id: UUID
    words: Text
    hoped_by: Day | None = None
    data_class: DataClass | None = None  # raises the class where the words say more

    @property
    def goal_id(self) -> UUID:
        return self.id_for("goal")


def agree_goal(network: Network, command: AgreeGoal, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.goals.agree(
            goal_id=command.goal_id,
            words=command.words,
            hoped_by=command.hoped_by,
            data_class=command.data_class,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Plan to hear from the person again."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.follow_up import FollowUpPlan


class PlanFollowUp(Command):
    pathway_id: UUID
    plan: FollowUpPlan

    @property
    def follow_up_id(self) -> UUID:
        return self.id_for("follow_up")


def plan_follow_up(network: Network, command: PlanFollowUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.follow_ups.plan(
            follow_up_id=command.follow_up_id,
            plan=command.plan,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

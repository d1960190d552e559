"""Plan to go somewhere with the person."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.accompaniments.words import Journey


class PlanAccompaniment(Command):
    pathway_id: UUID
    journey: Journey

    @property
    def accompaniment_id(self) -> UUID:
        return self.id_for("accompaniment")


def plan_accompaniment(network: Network, command: PlanAccompaniment, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.accompaniments.plan(
            accompaniment_id=command.accompaniment_id,
            journey=command.journey,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

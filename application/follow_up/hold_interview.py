"""Record a mediation interview."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.interviews import Interview


class HoldInterview(Command):
    pathway_id: UUID
    interview: Interview

    @property
    def interview_id(self) -> UUID:
        return self.id_for("interview")


def hold_interview(network: Network, command: HoldInterview, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.interviews.hold(
            interview_id=command.interview_id,
            interview=command.interview,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Say that a follow-up was recorded as done or missed wrongly."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class CorrectFollowUp(Command):
    pathway_id: UUID
    follow_up_id: UUID


def correct_follow_up(network: Network, command: CorrectFollowUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.follow_ups.correct(
            follow_up_id=command.follow_up_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Say that an interview should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawInterview(Command):
    pathway_id: UUID
    interview_id: UUID


def withdraw_interview(network: Network, command: WithdrawInterview, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.interviews.withdraw(
            interview_id=command.interview_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

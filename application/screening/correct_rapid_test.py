"""Note that the result of a rapid test was written down wrong."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.screening.words import RapidTestResult


class CorrectRapidTest(Command):
    pathway_id: UUID
    test_id: UUID
    result: RapidTestResult


def correct_rapid_test(network: Network, command: CorrectRapidTest, by: Member) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.correct(
            test_id=command.test_id, result=command.result, at=command.at
        ),
        command=command,
        by=by,
    )

"""Say that a rapid test should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterRapidTestInError(Command):
    pathway_id: UUID
    test_id: UUID


def enter_rapid_test_in_error(
    network: Network, command: EnterRapidTestInError, by: Member
) -> Recorded:
    """Decided on what the caller sees: what is hidden tells nothing."""
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: network.as_seen(pathway, by).rapid_tests.enter_in_error(
            test_id=command.test_id, at=command.at
        ),
        command=command,
        by=by,
    )

"""Say that a count of anonymous tests should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import at_work
from domain.members import Member


class WithdrawAnonymousCount(Command):
    count_id: UUID


def withdraw_anonymous_count(
    network: Network, command: WithdrawAnonymousCount, by: Member
) -> Recorded:
    return at_work(
        network,
        lambda organisation: organisation.anonymous_tests.withdraw(
            count_id=command.count_id, at=command.at
        ),
        command=command,
        by=by,
    )

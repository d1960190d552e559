"""Record that the person takes back their wish for fuller texts."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawFullerTexts(Command):
    pathway_id: UUID


def withdraw_fuller_texts(network: Network, command: WithdrawFullerTexts, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminder_wishes.withdraw_fuller_texts(
            at=command.at,
        ),
        command=command,
        by=by,
    )

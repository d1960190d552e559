"""Record the person's own wish that messages say more."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WishFullerTexts(Command):
    pathway_id: UUID


def wish_fuller_texts(network: Network, command: WishFullerTexts, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.reminder_wishes.wish_fuller_texts(
            at=command.at,
        ),
        command=command,
        by=by,
    )

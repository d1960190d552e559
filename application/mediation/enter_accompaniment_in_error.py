"""Note that an accompaniment should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterAccompanimentInError(Command):
    pathway_id: UUID
    accompaniment_id: UUID


def enter_accompaniment_in_error(
    network: Network, command: EnterAccompanimentInError, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.accompaniments.enter_in_error(
            accompaniment_id=command.accompaniment_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

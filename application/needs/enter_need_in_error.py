"""Note that this never was the person's need."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterNeedInError(Command):
    pathway_id: UUID
    need_id: UUID


def enter_need_in_error(network: Network, command: EnterNeedInError, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.needs.enter_in_error(need_id=command.need_id, at=command.at),
        command=command,
        by=by,
    )

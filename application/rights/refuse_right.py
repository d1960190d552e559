"""Note the written refusal of an application or a renewal."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import RefusalReason


class RefuseRight(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day
    reason: RefusalReason


def refuse_right(network: Network, command: RefuseRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.refuse(
            right_id=command.right_id,
            on=command.on,
            reason=command.reason,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

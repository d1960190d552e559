"""Contest a refusal."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import AppealStep


class AppealRefusal(Command):
    pathway_id: UUID
    right_id: UUID
    on: Day
    step: AppealStep


def appeal_refusal(network: Network, command: AppealRefusal, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.appeal(
            right_id=command.right_id,
            on=command.on,
            step=command.step,
            rules=network.rules.on(command.on),
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note that the person could have a right and has not."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.rights.schemes import NonTakeUp, Scheme


class RecordNonTakeUp(Command):
    pathway_id: UUID
    scheme: Scheme
    kind: NonTakeUp


def record_non_take_up(network: Network, command: RecordNonTakeUp, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.record_non_take_up(
            scheme=command.scheme,
            kind=command.kind,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

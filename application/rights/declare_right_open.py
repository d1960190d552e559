"""Note a right that the person already had."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member
from domain.rights.schemes import Scheme


class DeclareRightOpen(Command):
    pathway_id: UUID
    scheme: Scheme
    starts_on: Day  # or the first day that is known to be covered
    ends_on: Day | None = None  # the last day covered

    @property
    def right_id(self) -> UUID:
        return self.id_for("right")


def declare_right_open(network: Network, command: DeclareRightOpen, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.declare_open(
            right_id=command.right_id,
            scheme=command.scheme,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note that a right was granted, with its dates."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class OpenRight(Command):
    pathway_id: UUID
    right_id: UUID
    starts_on: Day
    ends_on: Day | None = None  # the last day covered; None: the one that the rules give


def open_right(network: Network, command: OpenRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.open(
            right_id=command.right_id,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Set the dates of one period of a right right."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.instants import Day
from domain.members import Member


class CorrectRight(Command):
    pathway_id: UUID
    right_id: UUID
    period_starts_on: Day  # the first day as told until now
    starts_on: Day
    ends_on: Day | None = None


def correct_right(network: Network, command: CorrectRight, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.rights.correct(
            right_id=command.right_id,
            period_starts_on=command.period_starts_on,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
            rules=network.rules.on(command.at.date()),
            at=command.at,
        ),
        command=command,
        by=by,
    )

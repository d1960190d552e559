"""End what a training allows, or say that it never did."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.instants import Day
from domain.members import Member


class EndOperatorTraining(Command):
    training_id: UUID
    last_day: Day  # before its first one: it never did


def end_operator_training(network: Network, command: EndOperatorTraining, by: Member) -> Recorded:
    return as_responsible(
        network,
        lambda organisation: organisation.operators.end(
            training_id=command.training_id, last_day=command.last_day, at=command.at
        ),
        command=command,
        by=by,
    )

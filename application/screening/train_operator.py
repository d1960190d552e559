"""Enter which rapid tests a member was trained for, from when until when."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.screening.running import as_responsible
from domain.instants import Day
from domain.members import Member
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation
from domain.organisation.screening.facts import OperatorTrained
from domain.screening.words import Kinds


class TrainOperator(Command):
    member_id: UUID
    kinds: Kinds
    starts_on: Day
    ends_on: Day | None = None  # its last day

    @property
    def training_id(self) -> UUID:
        return self.id_for("training")


def train_operator(network: Network, command: TrainOperator, by: Member) -> Recorded:
    """Employees and volunteers alike.

    Raises:
        NotResponsibleForScreening: the caller neither coordinates nor administers.
        MemberUnknown: nobody of this organisation has this id.
        KindNotListed, TrainingDatesReversed: it cannot be so.
    """

    def decision(organisation: Organisation) -> OperatorTrained:
        if command.member_id not in organisation.enrolment.by_id:
            raise MemberUnknown
        return organisation.operators.train(
            training_id=command.training_id,
            member_id=command.member_id,
            kinds=command.kinds,
            days=(command.starts_on, command.ends_on),
            rules=network.screening,
            at=command.at,
        )

    return as_responsible(network, decision, command=command, by=by)

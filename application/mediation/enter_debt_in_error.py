"""Note that this never was the person's debt."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EnterDebtInError(Command):
    pathway_id: UUID
    debt_id: UUID


def enter_debt_in_error(network: Network, command: EnterDebtInError, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.debts.enter_in_error(
            debt_id=command.debt_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Note where a debt stands now, and what is left of it."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.debts import Cents, DebtState


class MoveDebt(Command):
    pathway_id: UUID
    debt_id: UUID
    state: DebtState
    cents: Cents | None = None  # what is left; None: as before


def move_debt(network: Network, command: MoveDebt, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.debts.move(
            debt_id=command.debt_id,
            state=command.state,
            cents=command.cents,
            at=command.at,
        ),
        command=command,
        by=by,
    )

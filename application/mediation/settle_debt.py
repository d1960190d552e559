"""Note that nothing more is asked, and why."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.debts import SettledHow


class SettleDebt(Command):
    pathway_id: UUID
    debt_id: UUID
    how: SettledHow


def settle_debt(network: Network, command: SettleDebt, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.debts.settle(
            debt_id=command.debt_id,
            how=command.how,
            at=command.at,
        ),
        command=command,
        by=by,
    )

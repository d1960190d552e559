"""Note a bill that the person cannot pay."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.debts import Debt


class ReportDebt(Command):
    pathway_id: UUID
    debt: Debt

    @property
    def debt_id(self) -> UUID:
        return self.id_for("debt")


def report_debt(network: Network, command: ReportDebt, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.debts.report(
            debt_id=command.debt_id,
            debt=command.debt,
            at=command.at,
        ),
        command=command,
        by=by,
    )

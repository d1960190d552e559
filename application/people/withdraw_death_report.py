"""Correct a death that was reported of somebody alive."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawDeathReport(Command):
    pathway_id: UUID


def withdraw_death_report(network: Network, command: WithdrawDeathReport, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.withdraw_death_report(at=command.at),
        command=command,
        by=by,
    )

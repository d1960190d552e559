"""Say that an ending of the mediation should never have been recorded."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class WithdrawMediationEnd(Command):
    pathway_id: UUID
    ending_id: UUID


def withdraw_mediation_end(network: Network, command: WithdrawMediationEnd, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.mediation.withdraw_end(
            ending_id=command.ending_id,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

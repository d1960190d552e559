"""Name the person's lead professional in one's own organisation."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class DesignateReferent(Command):
    pathway_id: UUID
    referent_id: UUID


def designate_referent(network: Network, command: DesignateReferent, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.sharing.designate(
            referent_id=command.referent_id,
            organisation_id=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

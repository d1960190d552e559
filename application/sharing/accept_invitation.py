"""Accept to share a pathway."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class AcceptInvitation(Command):
    pathway_id: UUID


def accept_invitation(network: Network, command: AcceptInvitation, by: Member) -> Recorded:
    return network.on_invitation(
        command.pathway_id,
        lambda pathway: pathway.sharing.join(
            organisation_id=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Give a member other roles."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.enrolment import Roles


class ChangeRoles(Command):
    organisation_id: UUID
    membership_id: UUID
    roles: Roles


def change_roles(network: Network, command: ChangeRoles, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.enrolment.change_roles(
            membership_id=command.membership_id, roles=command.roles, at=command.at
        ),
        command=command,
        by=by,
    )

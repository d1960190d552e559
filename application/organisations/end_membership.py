"""End a membership; what was done under it stays attributed."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member


class EndMembership(Command):
    organisation_id: UUID
    membership_id: UUID


def end_membership(network: Network, command: EndMembership, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.enrolment.leave(
            membership_id=command.membership_id, at=command.at
        ),
        command=command,
        by=by,
    )

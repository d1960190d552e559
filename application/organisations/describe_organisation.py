"""Say again what an organisation is and how it is reached."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.registration import Description


class DescribeOrganisation(Command):
    organisation_id: UUID
    description: Description


def describe_organisation(network: Network, command: DescribeOrganisation, by: Member) -> Recorded:
    return network.on_organisation(
        command.organisation_id,
        lambda organisation: organisation.registration.describe(
            description=command.description, at=command.at
        ),
        command=command,
        by=by,
    )

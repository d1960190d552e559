"""Tell who lives on the same means."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.household.words import Composition


class DescribeHousehold(Command):
    pathway_id: UUID
    composition: Composition


def describe_household(network: Network, command: DescribeHousehold, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.describe(composition=command.composition, at=command.at),
        command=command,
        by=by,
    )

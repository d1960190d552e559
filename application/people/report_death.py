"""Record that the person died."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.dates import PartialDate
from domain.members import Member


class ReportDeath(Command):
    pathway_id: UUID
    died: PartialDate | None = None


def report_death(network: Network, command: ReportDeath, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.person.report_death(died=command.died, at=command.at),
        command=command,
        by=by,
    )

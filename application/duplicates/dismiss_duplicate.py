"""Say that a possible duplicate is of somebody else."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.duplicates import DuplicateDismissed
from domain.pathway.pathway import Pathway


class DismissDuplicate(Command):
    pathway_id: UUID
    flag_id: UUID


def dismiss_duplicate(network: Network, command: DismissDuplicate, by: Member) -> Recorded:
    def decision(pathway: Pathway) -> DuplicateDismissed:
        return network.as_seen(pathway, by).duplicates.dismiss(
            flag_id=command.flag_id, by=by.organisation_id, at=command.at
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

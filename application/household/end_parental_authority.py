"""Tell that somebody no longer holds parental authority, or never did."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.household.words import AuthorityEnd


class EndParentalAuthority(Command):
    pathway_id: UUID
    authority_id: UUID
    reason: AuthorityEnd


def end_parental_authority(network: Network, command: EndParentalAuthority, by: Member) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.household.end_authority(
            authority_id=command.authority_id, reason=command.reason, at=command.at
        ),
        command=command,
        by=by,
    )

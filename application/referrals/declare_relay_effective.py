"""Say that common law has taken over, and by what it shows."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.pathway.referrals.words import RelayEffect


class DeclareRelayEffective(Command):
    pathway_id: UUID
    referral_id: UUID
    effect: RelayEffect


def declare_relay_effective(
    network: Network, command: DeclareRelayEffective, by: Member
) -> Recorded:
    return network.on_pathway(
        command.pathway_id,
        lambda pathway: pathway.referrals.declare_effective(
            referral_id=command.referral_id,
            effect=command.effect,
            by=by.organisation_id,
            at=command.at,
        ),
        command=command,
        by=by,
    )

"""Name the person's lead professional in one's own organisation."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.facts import ReferentDesignated
from domain.pathway.sharing.words import ReferentReason


class DesignateReferent(Command):
    pathway_id: UUID
    referent_id: UUID  # member
    reason: ReferentReason | None = None


def designate_referent(network: Network, command: DesignateReferent, by: Member) -> Recorded:
    """Designate a present member.

    Raises:
        MemberUnknown: they do not work in one's organisation.
        AlreadyLeft: they do not any more.
        ObjectionStands: the person keeps them out.
    """

    def decision(pathway: Pathway) -> ReferentDesignated:
        network.log.load(Organisation, by.organisation_id).member(command.referent_id)
        pathway.objections.must_allow(
            organisation_id=by.organisation_id, member_id=command.referent_id
        )
        return pathway.sharing.designate(
            referent_id=command.referent_id,
            organisation_id=by.organisation_id,
            at=command.at,
            reason=command.reason,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

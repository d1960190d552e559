"""Send a referral; what is asked of an organisation lets it into the circle."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.kernel import Fact
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.words import Ask


class RequestReferral(Command):
    pathway_id: UUID
    ask: Ask
    draft_id: UUID | None = None  # a referral drafted before

    @property
    def referral_id(self) -> UUID:
        return self.draft_id or self.id_for("referral")


def request_referral(network: Network, command: RequestReferral, by: Member) -> Recorded:
    """Record the referral and, with it, that its target shares the pathway from now on.

    Raises:
        OrganisationUnknown: the target is not in the network.
        NoAgreementInForce: the target has no agreement today.
        ObjectionStands: the person objects to the target.
        ConsentMissing: the target is outside the care team, and no consent covers the content.
    """
    ask = command.ask
    now = network.clock()

    def decision(pathway: Pathway) -> list[Fact]:
        requested = pathway.referrals.request(
            referral_id=command.referral_id, ask=ask, by=by.organisation_id, at=command.at
        )
        if ask.target_id is None:
            return requested
        network.log.load(Organisation, ask.target_id).must_be_partner(now.date())
        pathway.objections.must_allow(organisation_id=ask.target_id)
        seen = network.as_seen(pathway, by)
        seen.must_be_allowed_to_receive(
            ask.target_id, classes=ask.classes(), purpose=ask.purpose(), at=now
        )
        joined = pathway.sharing.let_in(
            organisation_id=ask.target_id,
            at=command.at,
            data_class=ask.class_of_content(),
            in_care_team=False,
            for_referral=command.referral_id,
            seen=seen.sharing,
        )
        return [*requested, *joined]

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

"""Answer an organisation that asked to share a pathway."""

from uuid import UUID

from application.caseloads.standing_in import leads_as
from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.sharing.teaming import must_be_partner
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.grounds.words import DecidedBy
from domain.pathway.pathway import Pathway


class AnswerRequestToJoin(Command):
    pathway_id: UUID
    organisation_id: UUID
    accepted: bool
    decided_by: DecidedBy
    data_class: DataClass = DataClass.SOCIAL  # a higher one keeps its part discreet
    in_care_team: bool = False  # it sees what a consent opens to it, and no more


def answer_request_to_join(network: Network, command: AnswerRequestToJoin, by: Member) -> Recorded:
    """Let the organisation in, or not.

    Raises:
        NotOfTheTeam: its author's organisation is none of the care team.
        NotAsked: the organisation awaits no answer.
        ReferentDecides: neither the person nor their referent decided.
        ObjectionStands: the person objects to it.
        NoAgreementInForce: it has no agreement today.
        NotACareTeam: it is to join the care team, and its kind takes no part in care or support.
        PersonNotInformed: it is to join the care team, of which the person was not told.
    """
    now = network.clock()

    def decision(pathway: Pathway) -> list[Fact]:
        asking = command.organisation_id
        leads = leads_as(network, by, on=now.date())
        pathway.team.must_include(by.organisation_id)
        pathway.team.must_decide(
            organisation_id=asking,
            decided_by=command.decided_by,
            by_referent=not leads.isdisjoint(pathway.sharing.referents.values()),
        )
        if not command.accepted:
            refused = pathway.team.refuse(
                organisation_id=asking, decided_by=command.decided_by, at=command.at
            )
            return [refused]
        in_team = command.in_care_team
        must_be_partner(network, pathway, asking, in_care_team=in_team, now=now)
        return [
            *pathway.sharing.let_in(
                organisation_id=asking,
                at=command.at,
                data_class=DataClass.SOCIAL.raised_to(command.data_class),
                in_care_team=in_team,
                seen=network.as_seen(pathway, by).sharing,
            )
        ]

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

"""Ask to share a pathway that the person named; nothing is shown before an answer."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.organisation import Organisation
from domain.pathway.grounds.facts import JoiningRequested
from domain.pathway.pathway import Pathway
from domain.pathway.sharing.refusals import AlreadyInCircle


class AskToJoin(Command):
    pathway_id: UUID


def ask_to_join(network: Network, command: AskToJoin, by: Member) -> Recorded:
    """Record the request, for the referent or the person to decide.

    Raises:
        NoAgreementInForce: the organisation has no agreement today.
        AlreadyInCircle: it takes part.
        AlreadyAsked: it awaits an answer.
    """
    today = network.clock().date()

    def decision(pathway: Pathway) -> JoiningRequested:
        network.log.load(Organisation, by.organisation_id).must_be_partner(today)
        if pathway.sharing.includes(by.organisation_id):
            raise AlreadyInCircle
        return pathway.team.ask(organisation_id=by.organisation_id, at=command.at)

    return network.outside_circle(command.pathway_id, decision, command=command, by=by)

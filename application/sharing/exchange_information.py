"""Pass on to named members of the circle what was recorded until now."""

from uuid import UUID

from pydantic import Field

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from application.sharing.naming import Named, must_be_reachable
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.grounds.facts import InformationExchanged
from domain.pathway.pathway import Pathway


class ExchangeInformation(Command):
    pathway_id: UUID
    named: tuple[Named, ...] = Field(min_length=1, max_length=20)
    classes: tuple[DataClass, ...] = Field(min_length=1, max_length=len(DataClass))

    @property
    def exchange_id(self) -> UUID:
        return self.id_for("exchange")


def exchange_information(network: Network, command: ExchangeInformation, by: Member) -> Recorded:
    """Record an exchange between those who all take part in the care.

    Raises:
        NotOfTheTeam: its author's organisation is none of the care team.
        NotYoursToShare: its author does not see one of the classes.
        NotInCircle: an organisation takes no part that its author may see.
        ObjectionStands: the person objects to a recipient.
        MemberUnknown: a recipient is no member there.
    """

    def decision(pathway: Pathway) -> InformationExchanged:
        pathway.team.must_include(by.organisation_id)
        return pathway.exchanges.exchange(
            exchange_id=command.exchange_id,
            by=by.organisation_id,
            with_members=must_be_reachable(network, pathway, command.named, by=by),
            classes=command.classes,
            seen=network.sight(pathway, by).classes,
            at=command.at,
        )

    return network.on_pathway(command.pathway_id, decision, command=command, by=by)

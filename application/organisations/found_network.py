"""Begin a network: its first organisation, with the first administrator, who enrols the others."""

from datetime import date
from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.kernel import Fact
from domain.members import MemberStatus, Profession, Role
from domain.organisation.enrolment import Hat
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import Description
from domain.text import Label


class FoundNetwork(Command):
    description: Description
    agreement_from: date
    administrator: Label  # name
    profession: Profession = Profession.ADMINISTRATIVE
    status: MemberStatus = MemberStatus.EMPLOYEE

    @property
    def membership_id(self) -> UUID:
        return self.id_for("membership")

    @property
    def human_id(self) -> UUID:
        return self.id_for("human")


def found_network(network: Network, command: FoundNetwork) -> Recorded:
    """Found the network, once; nobody acts yet, so nobody need be allowed to.

    Raises:
        OrganisationAlreadyRegistered: it was founded before.
    """

    def decision(organisation: Organisation) -> list[Fact]:
        return [
            organisation.registration.register(description=command.description, at=command.at),
            organisation.agreements.sign(
                agreement_id=command.id_for("agreement"),
                starts_on=command.agreement_from,
                ends_on=None,
                at=command.at,
            ),
            *organisation.enrolment.enrol(
                membership_id=command.membership_id,
                human_id=command.human_id,
                hat=Hat(
                    profession=command.profession,
                    status=command.status,
                    roles=(Role.ADMINISTRATOR,),
                ),
                name=command.administrator,
                at=command.at,
            ),
        ]

    return network.decide(Organisation, FOUNDER, decision, command=command, by=None)

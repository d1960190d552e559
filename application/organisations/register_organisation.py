"""Let an organisation into the network."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import Description, OrganisationRegistered


class RegisterOrganisation(Command):
    description: Description

    @property
    def organisation_id(self) -> UUID:
        return self.id_for("organisation")


def register_organisation(network: Network, command: RegisterOrganisation, by: Member) -> Recorded:
    """Register a partner; the organisation that founded the network does so.

    Raises:
        NotYoursToAdminister: the member is no administrator of the founding organisation.
    """

    def decision(organisation: Organisation) -> OrganisationRegistered:
        must_administer(by, FOUNDER)
        return organisation.registration.register(description=command.description, at=command.at)

    return network.decide(Organisation, command.organisation_id, decision, command=command, by=by)

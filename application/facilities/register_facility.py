"""Let a facility of an organisation be known in the network."""

from uuid import UUID

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.facility.facts import FacilityRegistered
from domain.facility.register import FACILITIES, Described, FacilityRegister
from domain.facility.words import FacilityKind
from domain.members import Member
from domain.organisation.administration import must_administer
from domain.organisation.organisation import Organisation
from domain.organisation.registration import OrganisationUnknown
from domain.text import Label
from domain.wall_time import Zone


class RegisterFacility(Command):
    organisation_id: UUID
    kind: FacilityKind
    name: Label
    time_zone: Zone | None = None  # None: that of its organisation

    @property
    def facility_id(self) -> UUID:
        return self.id_for("facility")


def register_facility(network: Network, command: RegisterFacility, by: Member) -> Recorded:
    """Register it; those who work in its organisation run it.

    Raises:
        NotYoursToAdminister: the member does not administer that organisation.
        OrganisationUnknown: it was never registered.
        FacilityAlreadyRegistered: it is.
    """

    def decision(register: FacilityRegister) -> FacilityRegistered:
        must_administer(by, command.organisation_id)
        organisation = network.log.load(Organisation, command.organisation_id)
        description = organisation.registration.description
        if description is None:
            raise OrganisationUnknown
        facility = Described(
            id=command.facility_id,
            organisation_id=organisation.id,
            kind=command.kind,
            name=command.name,
            zone=command.time_zone or description.time_zone,
        )
        return register.facilities.register(facility, at=command.at)

    return network.decide(FacilityRegister, FACILITIES, decision, command=command, by=by)

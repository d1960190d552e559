"""Where consultations are counted: by facility and year, for those who work there."""

from datetime import date
from uuid import UUID

from application.facilities.knowing import known_facility
from application.network import Network
from domain.consultations.register import ConsultationRegister, register_of
from domain.facility.register import Described
from domain.members import Member
from domain.organisation.enrolment import MemberUnknown
from domain.organisation.organisation import Organisation
from domain.wall_time import zone_named


def run_by(network: Network, facility_id: UUID, by: Member) -> Described:
    """A facility, for whoever works there.

    Raises:
        FacilityUnknown: there is none under this id.
        NotYoursToRun: the member does not work there.
    """
    facility = known_facility(network, facility_id)
    facility.must_be_run_by(by)
    return facility


def today_at(network: Network, facility: Described) -> date:
    """The day, as the clock on the facility's wall counts it."""
    return network.clock().astimezone(zone_named(facility.zone)).date()


def must_be_a_member(network: Network, professional_id: UUID, by: Member) -> None:
    """Refuse a professional of another organisation; those who left were here.

    Raises:
        MemberUnknown: nobody of the organisation has this id.
    """
    ours = network.log.load(Organisation, by.organisation_id).enrolment.by_id
    if professional_id not in ours:
        raise MemberUnknown


def register(network: Network, facility_id: UUID, year: int) -> ConsultationRegister:
    return network.log.load(ConsultationRegister, register_of(facility_id, year))

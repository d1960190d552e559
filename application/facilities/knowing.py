"""A facility as the register knows it."""

from uuid import UUID

from application.network import Network
from domain.facility.register import FACILITIES, Described, FacilityRegister


def known_facility(network: Network, facility_id: UUID) -> Described:
    """What everybody may know of a facility.

    Raises:
        FacilityUnknown: there is none under this id.
    """
    return network.log.load(FacilityRegister, FACILITIES).facilities.known(facility_id)

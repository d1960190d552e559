"""Record the day the person left, and where they went."""

from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import OnStay, decide_on_stay
from domain.instants import Day
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import StayEnded
from domain.pathway.stays.words import Destination


class EndStay(OnStay):
    on: Day  # the place is free from this day
    destination: Destination


def end_stay(network: Network, command: EndStay, by: Member) -> Recorded:
    """Record it; the place is free from that day.

    Raises:
        StayNotYet: this day has not come.
        StayOutsideItsPlace: it is before they came, or after what was agreed.
    """

    def decision(pathway: Pathway, seen: Pathway) -> StayEnded:
        facility = known_facility(network, seen.stays.known(command.stay_id).facility_id)
        return pathway.stays.end(
            stay_id=command.stay_id,
            by=by.organisation_id,
            on=command.on,
            today=facility.today(network.clock()),
            destination=command.destination,
            at=command.at,
        )

    return decide_on_stay(network, command, by, decision, None)

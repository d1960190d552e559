"""Let the person stay on until another day, if the place is free until then."""

from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import LEASE, OnStay, decide_on_stay
from application.stays.limiting import limits_of
from domain.facility.rules import PlaceRules
from domain.instants import Day
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import StayExtended


class ExtendStay(OnStay):
    until: Day


def extend_stay(
    network: Network, command: ExtendStay, by: Member, *, rules: PlaceRules
) -> Recorded:
    """Keep the days that follow, and record them.

    Raises:
        NoPlaceLeft: on one of these days none is free.
        StayPastBirthday: a child would be too old for such a facility.
        StayTooLong: it is more than what is agreed at once.
        StaysAtOnce: the person stays elsewhere on one of these days.
    """
    now = network.clock()

    def decision(pathway: Pathway, seen: Pathway) -> StayExtended:
        stay = seen.stays.known(command.stay_id)
        facility = known_facility(network, stay.facility_id)
        return pathway.stays.extend(
            stay_id=command.stay_id,
            by=by.organisation_id,
            until=command.until,
            limits=limits_of(facility, rules, agreed_from=stay.until, seen=seen),
            at=command.at,
            seen=seen.stays,
        )

    return decide_on_stay(
        network,
        command,
        by,
        decision,
        lambda places: places.hold_extension(
            stay_id=command.stay_id, until=command.until, expires_at=now + LEASE, now=now
        ),
    )

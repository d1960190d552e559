"""Record that the person came, on a day for which their place is kept."""

from datetime import timedelta

from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import OnStay, decide_on_stay
from application.stays.limiting import limits_of
from domain.facility.rules import PlaceRules
from domain.instants import Day
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import StayStarted

A_DAY = timedelta(days=1)  # that the place of who came is kept for, should all stop meanwhile


class StartStay(OnStay):
    on: Day


def start_stay(network: Network, command: StartStay, by: Member, *, rules: PlaceRules) -> Recorded:
    """Record it; the place is theirs until the day that was agreed.

    Raises:
        HoldOver: the place is not kept any more.
        StayOutsideItsPlace: it is not kept for this day.
        StayPastBirthday: a child is too old for such a facility.
        StaysAtOnce: the person stays elsewhere on one of these days.
    """
    now = network.clock()

    def decision(pathway: Pathway, seen: Pathway) -> StayStarted:
        facility = known_facility(network, seen.stays.known(command.stay_id).facility_id)
        return pathway.stays.start(
            stay_id=command.stay_id,
            by=by.organisation_id,
            on=command.on,
            today=facility.today(now),
            limits=limits_of(facility, rules, agreed_from=command.on, seen=seen),
            at=command.at,
            now=now,
            seen=seen.stays,
        )

    return decide_on_stay(
        network,
        command,
        by,
        decision,
        lambda places: places.keep(stay_id=command.stay_id, expires_at=now + A_DAY, now=now),
    )

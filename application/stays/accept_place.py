"""Record that the person accepts the place they were offered."""

from datetime import datetime, time, timedelta

from application.facilities.knowing import known_facility
from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import LEASE, OnStay, decide_on_stay
from domain.dates import DAY
from domain.facility.rules import PlaceRules
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import PlaceAccepted
from domain.pathway.stays.stay import Stay
from domain.wall_time import instant_at


class AcceptPlace(OnStay): ...


def accept_place(
    network: Network, command: AcceptPlace, by: Member, *, rules: PlaceRules
) -> Recorded:
    """Keep it until they come, and some days more for who comes late.

    Raises:
        HoldOver: the place is not kept any more.
    """
    now = network.clock()

    def decision(pathway: Pathway, seen: Pathway) -> PlaceAccepted:
        stay = seen.stays.known(command.stay_id)
        late = timedelta(days=rules.arrival_days.number)
        return pathway.stays.accept(
            stay_id=command.stay_id,
            by=by.organisation_id,
            kept_until=max(now, _morning_after_first(network, stay)) + late,
            at=command.at,
            now=now,
        )

    return decide_on_stay(
        network,
        command,
        by,
        decision,
        lambda places: places.keep(stay_id=command.stay_id, expires_at=now + LEASE, now=now),
    )


def _morning_after_first(network: Network, stay: Stay) -> datetime:
    zone = known_facility(network, stay.facility_id).zone
    return instant_at(datetime.combine(stay.starts + DAY, time.min), zone)

"""Say that a person may have the place that is kept for them."""

from datetime import timedelta

from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import LEASE, OnStay, decide_on_stay
from domain.facility.rules import PlaceRules
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import PlaceOffered


class OfferPlace(OnStay): ...


def offer_place(
    network: Network, command: OfferPlace, by: Member, *, rules: PlaceRules
) -> Recorded:
    """Keep it while their answer is awaited.

    Raises:
        HoldOver: the place is not kept any more.
    """
    now = network.clock()

    def decision(pathway: Pathway, _: Pathway) -> PlaceOffered:
        return pathway.stays.offer(
            stay_id=command.stay_id,
            by=by.organisation_id,
            kept_until=now + timedelta(hours=rules.offer_hours.number),
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

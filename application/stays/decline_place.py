"""Record that a place is not taken: who says no, and why."""

from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import OnStay, decide_on_stay
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import PlaceDeclined
from domain.pathway.stays.words import DeclinedBy, PlaceDeclineReason


class DeclinePlace(OnStay):
    declined_by: DeclinedBy
    reason: PlaceDeclineReason


def decline_place(network: Network, command: DeclinePlace, by: Member) -> Recorded:
    """Record it; the place is free at once."""

    def decision(pathway: Pathway, _: Pathway) -> PlaceDeclined:
        return pathway.stays.decline(
            stay_id=command.stay_id,
            by=by.organisation_id,
            declined_by=command.declined_by,
            reason=command.reason,
            at=command.at,
        )

    return decide_on_stay(network, command, by, decision, None)

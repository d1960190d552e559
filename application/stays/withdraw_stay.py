"""Note that a stay never was this person's."""

from application.network import Network
from application.ports import Recorded
from application.stays.arbitrating import OnStay, decide_on_stay
from domain.members import Member
from domain.pathway.pathway import Pathway
from domain.pathway.stays.facts import StayEnteredInError


class WithdrawStay(OnStay): ...


def withdraw_stay(network: Network, command: WithdrawStay, by: Member) -> Recorded:
    """Note it; its place is free at once."""

    def decision(pathway: Pathway, _: Pathway) -> StayEnteredInError:
        return pathway.stays.withdraw(stay_id=command.stay_id, by=by.organisation_id, at=command.at)

    return decide_on_stay(network, command, by, decision, None)

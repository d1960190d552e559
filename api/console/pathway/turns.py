"""What an organisation may say of what two of them do together: its turns, what resolves first."""

from collections.abc import Iterator
from uuid import UUID

from api.console.pathway import offers as o
from domain.pathway.referrals.referral import AT_WORK, Party, Referral, ReferralState
from domain.pathway.stays.stay import Stay, StayState

OF_FACILITY = {
    StayState.REQUESTED: (o.PLACE_OFFERED,),
    StayState.ACCEPTED: (o.STAY_BEGINS,),
    StayState.STARTED: (o.STAY_ENDS, o.STAY_LASTS),
}


def turns_of_referral(one: Referral, by: UUID) -> Iterator[o.Offer]:
    """Those of its target, then those of who asked, then those of both."""
    if one.has_turn(by, Party.TARGET):
        yield from _of_target(one)
    if one.is_open and one.has_turn(by, Party.REQUESTER):
        yield o.CHASE
    if one.is_open and one.has_turn(by, Party.EITHER):
        yield o.CANCEL
    if one.state is ReferralState.COMPLETED and one.has_turn(by, Party.EITHER):
        yield from _after_work(one)


def _after_work(one: Referral) -> Iterator[o.Offer]:
    if one.effect is None:
        yield o.RELAYED
    if one.returned_at is None:
        yield o.CAME_BACK


def _of_target(one: Referral) -> Iterator[o.Offer]:
    if one.state is ReferralState.REQUESTED:
        yield from (o.ACCEPT, o.DECLINE)
    if one.state in AT_WORK:
        yield from (o.COMPLETE, o.FAILED)
        yield o.HOLD if one.state is ReferralState.IN_PROGRESS else o.START


def turns_of_stay(one: Stay, state: StayState, by: UUID) -> Iterator[o.Offer]:
    if by == one.organisation_id:
        yield from OF_FACILITY.get(state, ())
    if state is StayState.OFFERED and by in one.parties:
        yield o.PLACE_ACCEPTED
    if state in AWAITED and by in one.parties:
        yield o.PLACE_DECLINED


AWAITED = frozenset({StayState.REQUESTED, StayState.OFFERED, StayState.ACCEPTED})

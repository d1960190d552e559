"""Do what is due on the pathways that are watched; late where nothing ran, never twice."""

from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application.clocks.clocks import Clocks
from application.clocks.ports import Look
from application.network import Network
from application.ports import Recorded
from application.referrals.chase_referral import ChaseReferral, chase_referral
from application.referrals.expire_referral import ExpireReferral, expire_referral
from application.refusals import EventUnreadable, StoreUnavailable
from application.rights.expire_right import ExpireRight, expire_right
from application.rights.reach_implied_decision import ReachImpliedDecision, reach_implied_decision
from application.sharing.expire_consent import ExpireConsent, expire_consent
from domain.clocks.due import Clock, Due, due_on, is_watched, today
from domain.pathway.pathway import Pathway
from domain.refusals import DomainError

AT_ONCE = 100  # pathways
LEASE = timedelta(minutes=10)  # for those; who is killed leaves them to the next one
AGAIN = timedelta(hours=1)  # before what was refused is tried again
AT_THE_LATEST = timedelta(days=7)  # so that rules which changed are found


class Acted(NamedTuple):
    """What came of something due; `refused` is the code of the refusal, if it was."""

    pathway_id: UUID
    clock: Clock | None  # None: the pathway cannot be read
    refused: str | None = None


def run_clocks(clocks: Clocks) -> Generator[Acted]:
    """Look at every pathway whose moment has come.

    Each act is decided again on the pathway as it stands: what was answered, renewed or withdrawn
    meanwhile is left alone, and two processes at once record it once.

    Raises:
        StoreUnavailable: a database cannot be reached; the next run goes on.
    """
    watches = clocks.watches
    while looks := watches.take(now=clocks.network.clock(), lease=LEASE, limit=AT_ONCE):
        for look in looks:
            yield from _looked_at(clocks, look)


def _looked_at(clocks: Clocks, look: Look) -> Iterator[Acted]:
    now = clocks.network.clock()
    try:
        for due in _due(clocks, look.pathway_id, now):
            if due.at <= now:
                yield _done(clocks, look.pathway_id, due, now)
        clocks.watches.put_back(look, at=_next_look(clocks, look.pathway_id, now))
    except EventUnreadable as unreadable:
        clocks.watches.put_back(look, at=now + AT_THE_LATEST)
        yield Acted(look.pathway_id, None, unreadable.code)


def _done(clocks: Clocks, pathway_id: UUID, due: Due, now: datetime) -> Acted:
    try:
        ACTS[due.clock](clocks, pathway_id, due.cause_id, now)
    except (StoreUnavailable, EventUnreadable):
        raise
    except DomainError as refused:
        return Acted(pathway_id, due.clock, refused.code)
    return Acted(pathway_id, due.clock)


def _next_look(clocks: Clocks, pathway_id: UUID, now: datetime) -> datetime | None:
    if not is_watched(clocks.network.log.load(Pathway, pathway_id)):
        return None
    coming = [max(due.at, now + AGAIN) for due in _due(clocks, pathway_id, now)]
    return min([*coming, now + AT_THE_LATEST])


def _due(clocks: Clocks, pathway_id: UUID, now: datetime) -> list[Due]:
    pathway = clocks.network.log.load(Pathway, pathway_id)
    return due_on(
        pathway,
        rules=clocks.network.rules.on(today(now)),
        terms=clocks.terms,
        recorded_at=_recorded_at(clocks.network, pathway),
    )


def _recorded_at(network: Network, pathway: Pathway) -> Mapping[int, datetime]:
    if not any(referral.is_open for referral in pathway.referrals.by_id.values()):
        return {}
    return {
        event.originator_version: event.recorded_at
        for event in network.log.stream(pathway.id)
        if event.recorded_at is not None
    }


def _end_right(clocks: Clocks, pathway_id: UUID, right_id: UUID, now: datetime) -> Recorded:
    command = ExpireRight(pathway_id=pathway_id, right_id=right_id, today=today(now), at=now)
    return expire_right(clocks.network, command, None)


def _note_silence(clocks: Clocks, pathway_id: UUID, right_id: UUID, now: datetime) -> Recorded:
    command = ReachImpliedDecision(pathway_id=pathway_id, right_id=right_id, on=today(now), at=now)
    return reach_implied_decision(clocks.network, command, None)


def _chase(clocks: Clocks, pathway_id: UUID, referral_id: UUID, now: datetime) -> Recorded:
    command = ChaseReferral(pathway_id=pathway_id, referral_id=referral_id, at=now)
    return chase_referral(clocks.network, command, None)


def _end_referral(clocks: Clocks, pathway_id: UUID, referral_id: UUID, now: datetime) -> Recorded:
    days = clocks.terms.expiry.days
    command = ExpireReferral(
        pathway_id=pathway_id, referral_id=referral_id, after_days=days, at=now
    )
    return expire_referral(clocks.network, command)


def _end_consent(clocks: Clocks, pathway_id: UUID, consent_id: UUID, now: datetime) -> Recorded:
    command = ExpireConsent(pathway_id=pathway_id, consent_id=consent_id, at=now)
    return expire_consent(clocks.network, command)


ACTS: Mapping[Clock, Callable[[Clocks, UUID, UUID, datetime], Recorded]] = {
    Clock.RIGHT_TERM: _end_right,
    Clock.SILENCE: _note_silence,
    Clock.REFERRAL_CHASE: _chase,
    Clock.REFERRAL_EXPIRY: _end_referral,
    Clock.CONSENT_TERM: _end_consent,
}

"""What the observatory's figures cost over many pathways: from the views, and from the events.

`CORDEE_BENCH_PATHWAYS` says how many (25,000 when it says nothing); the limits are in proportion.
"""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from application.observatory.read_figures import read_figures
from application.observatory.replay_figures import replay_figures
from application.ports import Context
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.observatory.asked import FiguresAsked
from domain.organisation.organisation import FOUNDER
from domain.pathway.follow_up import Mode
from domain.pathway.interviews import MediationInterviewHeld, NextStep, Theme
from domain.pathway.needs import NeedIdentified, NeedKind
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.facts import ReferralAccepted, ReferralRequested
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.rights.facts import RightApplicationStarted, RightOpened
from domain.rights.schemes import Scheme
from infrastructure.composition import opened_views
from tests.benchmarks.measure import Row, bound, seconds
from tests.benchmarks.places import Place

PATHWAYS = int(os.environ.get("CORDEE_BENCH_PATHWAYS", "25_000"))
SHARE = PATHWAYS / 25_000
FROM_VIEWS, FROM_EVENTS = 5 * SHARE, 120 * SHARE  # seconds
BEGUN = datetime(2026, 1, 5, 10, tzinfo=UTC)
YEAR = FiguresAsked(first=date(2026, 1, 1), last=date(2026, 12, 31))
CORA = Member(
    id=uuid4(),
    organisation_id=FOUNDER,
    profession=Profession.OTHER,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.COORDINATOR}),
)
INTERVIEWS = 12  # of each person, over the year


def rows(place: Place) -> Iterator[Row]:
    for number in range(PATHWAYS):
        facts = list(a_year_of(number))
        place.store.log.append(Pathway(uuid4()).next(facts), Context(uuid4(), CORA.id, FOUNDER))
    with opened_views(place.settings, place.store) as views:
        views.rebuilding.rebuild(("observatory", "activities"), lambda *_: None)
        network, position = place.network, place.store.log.head()
        told = f"over {PATHWAYS:,} pathways of 18 facts, {place.name}"
        yield bound(
            f"figures {told}",
            ours=seconds(lambda: read_figures(network, views.tables, YEAR, CORA)),
            limit=FROM_VIEWS,
            unit="s",
        )
        yield bound(
            f"the same from {position:,} events, {place.name}",
            ours=seconds(
                lambda: replay_figures(
                    network, YEAR, CORA, position=position, progress=lambda *_: None
                )
            ),
            limit=FROM_EVENTS,
            unit="s",
        )


def a_year_of(number: int) -> Iterator[Fact]:
    """What happens to somebody in a year, as far as figures tell it."""
    at = BEGUN + timedelta(days=number % 300)
    later = at + timedelta(days=number % 60)
    right, referral, partner = uuid4(), uuid4(), UUID(int=number % 20)
    yield PathwayOpened(
        occurred_at=at,
        opened_by=FOUNDER,
        referent_id=CORA.id,
        called="Awa",
        met_at=MetAt.FOOD_DISTRIBUTION,
    )
    yield NeedIdentified(occurred_at=at, need_id=uuid4(), kind=NeedKind.HOUSING)
    ruled: dict[str, Any] = {"rule_version": "v1", "right_id": right}
    yield RightApplicationStarted(occurred_at=at, scheme=Scheme.C2S, **ruled)
    yield RightOpened(occurred_at=later, starts_on=later.date(), ends_on=None, **ruled)
    yield ReferralRequested(
        occurred_at=at,
        referral_id=referral,
        requested_by=FOUNDER,
        target_id=partner,
        service=Service.HOUSING,
        urgency=Urgency.ROUTINE,
    )
    yield ReferralAccepted(occurred_at=later, referral_id=referral, accepted_by=partner)
    for week in range(INTERVIEWS):
        yield MediationInterviewHeld(
            occurred_at=at + timedelta(weeks=week),
            interview_id=uuid4(),
            held_by=FOUNDER,
            mode=Mode.OFFICE,
            minutes=45,
            themes=(Theme.RIGHTS,),
            next_step=NextStep.MEET_AGAIN,
        )

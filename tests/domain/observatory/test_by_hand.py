"""Somebody who counts by hand, over whole pathways, comes to the same figures."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel import DomainEvent
from domain.observatory.asked import FiguresAsked
from domain.observatory.figures import Sums
from domain.observatory.indicators import Indicator
from domain.observatory.observed import Observed
from tests.domain.observatory import naive
from tests.infrastructure.views.histories import PATHWAYS, PEOPLE, Told, histories
from tests.infrastructure.views.scene import opened


def streams(history: Sequence[Told]) -> list[list[DomainEvent]]:
    """The events of each pathway, after its first meeting."""
    told = [Told(one, opened(by=by), by) for one, by in zip(PATHWAYS, PEOPLE, strict=False)]
    return [
        [
            DomainEvent(pathway_id, version, one.fact, organisation_id=one.by.organisation_id)
            for version, one in enumerate(
                (one for one in (*told, *history) if one.pathway_id == pathway_id), start=1
            )
        ]
        for pathway_id in PATHWAYS
    ]


@settings(max_examples=40, deadline=None)
@given(
    history=histories,
    first=st.dates(date(2026, 2, 25), date(2026, 3, 20)),
    last=st.dates(date(2026, 3, 20), date(2026, 4, 10)),
)
def test_somebody_who_counts_by_hand_comes_to_the_same(
    history: list[Told], first: date, last: date
) -> None:
    events, sums = streams(history), Sums(FiguresAsked(first=first, last=last))
    for of_one in events:
        observed = Observed(of_one[0].originator_id).after(of_one)
        sums.add(observed.id, observed.all())
    figures = {one.indicator: one.whole for one in sums.figures()}
    met, made = figures[Indicator.PEOPLE_MET], figures[Indicator.REFERRALS_MADE]
    assert (met.people if met else 0) == naive.people_met(events, first, last)
    assert (made.times if made else 0) == naive.referrals_made(events, first, last)
    answered = figures[Indicator.DAYS_TO_ANSWER]
    by_hand = naive.days_to_answer(events, first, last)
    assert (answered.quartiles.median if answered else None) == by_hand

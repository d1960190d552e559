"""What each pathway and each activity adds to the figures, as one sealed word.

Kinds and organisations are written once in it: a pathway counts in many figures and few kinds.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.activity.activity import Activity
from domain.data_classes import DataClass
from domain.observatory.activities import Nameless, held
from domain.observatory.contributions import Contribution, Place
from domain.observatory.indicators import Indicator

Parts = dict[str, list[Any]]


class ObservedRow(NamedTuple):
    """A pathway that counts in figures; the first is its key."""

    pathway_id: UUID
    said: str  # sealed where it is kept


class ActivityFigureRow(NamedTuple):
    """An activity that does; the first is its key."""

    activity_id: UUID
    said: str  # sealed where it is kept


class Heard(NamedTuple):
    """What a row says."""

    contributions: Iterable[Contribution]
    places: tuple[Place, ...] = ()
    linked: Collection[UUID] = ()
    nameless: tuple[Nameless, ...] = ()


def observed_rows(folded: Folded, memo: Memo) -> tuple[tuple[ObservedRow, ...], ...]:
    return memo.of("observatory", (folded.observed,), lambda: (_row(folded),))


def activity_figure_rows(
    activity: Activity, memo: Memo
) -> tuple[tuple[ActivityFigureRow, ...], ...]:
    return memo.of("activity_figures", (activity,), lambda: (_activity_row(activity),))


def _row(folded: Folded) -> tuple[ObservedRow, ...]:
    observed = folded.observed
    contributions = tuple(observed.all())
    if not contributions:
        return ()
    return (ObservedRow(folded.id, said(Heard(contributions, observed.places, observed.linked))),)


def _activity_row(activity: Activity) -> tuple[ActivityFigureRow, ...]:
    told = held(activity)
    if not told.contributions:
        return ()
    heard_of = Heard(told.contributions, told.places, nameless=told.nameless)
    return (ActivityFigureRow(activity.id, said(heard_of)),)


def said(told: Heard) -> str:
    kinds, organisations = dict[tuple[str, ...], int](), dict[str, int]()

    def counted(one: Contribution) -> tuple[int, int, int, int]:
        kind = one.indicator, one.category, one.detail, one.data_class
        return (
            kinds.setdefault(kind, len(kinds)),
            one.day.toordinal(),
            organisations.setdefault(_hex(one.organisation_id), len(organisations)),
            one.value,
        )

    parts = {
        "counted": [counted(one) for one in told.contributions],
        "nameless": [(one.pathway_id.hex, *counted(one.contribution)) for one in told.nameless],
        "kinds": list(kinds),
        "organisations": list(organisations),
        "places": [(place.since.toordinal(), place.commune) for place in told.places],
        "linked": sorted(one.hex for one in told.linked),
    }
    return json.dumps(parts, separators=(",", ":"))


def heard(told: str, first: date, last: date) -> Heard:
    """What a row says of these days, both included."""
    parts: Parts = json.loads(told)
    days = first.toordinal(), last.toordinal()
    return Heard(
        _contributions(parts, parts["counted"], *days),
        tuple(Place(date.fromordinal(since), commune) for since, commune in parts["places"]),
        tuple(UUID(hex=one) for one in parts["linked"]),
        tuple(
            Nameless(UUID(hex=pathway_id), one)
            for pathway_id, *counted in parts["nameless"]
            for one in _contributions(parts, [counted], *days)
        ),
    )


def _contributions(
    parts: Parts, counted: list[Any], first: int, last: int
) -> Iterator[Contribution]:
    kinds = [
        (Indicator(indicator), category, detail, DataClass(data_class))
        for indicator, category, detail, data_class in parts["kinds"]
    ]
    organisations = [UUID(hex=one) if one else None for one in parts["organisations"]]
    for kind, day, organisation, value in counted:
        if first <= day <= last:
            indicator, category, detail, data_class = kinds[kind]
            yield Contribution(
                indicator,
                date.fromordinal(day),
                organisations[organisation],
                category,
                detail,
                value,
                data_class,
            )


def _hex(one: UUID | None) -> str:
    return one.hex if one else ""

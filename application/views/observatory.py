"""What each pathway contributes to the figures, as one sealed word: its parts are never looked for.

Kinds and organisations are written once in it: a pathway counts in many figures and few kinds.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from application.views.folded import Folded
from application.views.memo import Memo
from domain.data_classes import DataClass
from domain.observatory.contributions import Contribution
from domain.observatory.indicators import Indicator
from domain.observatory.observed import Observed, Place


class ObservedRow(NamedTuple):
    """A pathway that counts in figures; the first is its key."""

    pathway_id: UUID
    said: str  # sealed where it is kept


class Heard(NamedTuple):
    """What a row says."""

    contributions: Iterator[Contribution]
    places: tuple[Place, ...]
    linked: tuple[UUID, ...]


def observed_rows(folded: Folded, memo: Memo) -> tuple[tuple[ObservedRow, ...], ...]:
    return memo.of("observatory", (folded.observed,), lambda: (_row(folded.observed),))


def _row(observed: Observed) -> tuple[ObservedRow, ...]:
    return (ObservedRow(observed.id, said(observed)),) if observed.contributions else ()


def said(observed: Observed) -> str:
    kinds, organisations = dict[tuple[str, ...], int](), dict[str, int]()
    counted = [
        (
            kinds.setdefault((one.indicator, one.category, one.detail, one.data_class), len(kinds)),
            one.day.toordinal(),
            organisations.setdefault(_hex(one.organisation_id), len(organisations)),
            one.value,
        )
        for one in observed.all()
    ]
    told = {
        "kinds": list(kinds),
        "organisations": list(organisations),
        "counted": counted,
        "places": [(place.since.toordinal(), place.commune) for place in observed.places],
        "linked": sorted(one.hex for one in observed.linked),
    }
    return json.dumps(told, separators=(",", ":"))


def heard(told: str, first: date, last: date) -> Heard:
    """What a row says of these days, both included."""
    parts: dict[str, list[Any]] = json.loads(told)
    places = tuple(Place(date.fromordinal(since), commune) for since, commune in parts["places"])
    linked = tuple(UUID(hex=one) for one in parts["linked"])
    return Heard(_contributions(parts, first.toordinal(), last.toordinal()), places, linked)


def _contributions(parts: dict[str, list[Any]], first: int, last: int) -> Iterator[Contribution]:
    kinds = [
        (Indicator(indicator), category, detail, DataClass(data_class))
        for indicator, category, detail, data_class in parts["kinds"]
    ]
    organisations = [UUID(hex=one) if one else None for one in parts["organisations"]]
    for kind, day, organisation, value in parts["counted"]:
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

"""From what pathways contribute to figures: sums, different people, quartiles."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import quantiles
from typing import NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.observatory.asked import FiguresAsked, Split
from domain.observatory.contributions import Contribution
from domain.observatory.indicators import Indicator, Measure
from domain.observatory.observed import Place, commune_on
from domain.observatory.people import People

# Figures of these are told from so many people on: fewer could be recognised by who works there.
GUARDED = frozenset({DataClass.MENTAL_HEALTH, DataClass.SCREENING, DataClass.PROTECTION})
FEWEST = 11
LOCAL = frozenset({DataClass.IDENTITY, DataClass.SOCIAL})  # all that is ever told of one commune


class Quartiles(NamedTuple):
    first: float
    median: float
    third: float


class Kind(NamedTuple):
    """Which cell of a figure."""

    split: str = ""
    category: str = ""
    detail: str = ""


class Cell(NamedTuple):
    """What is known of one kind of thing."""

    kind: Kind
    people: int  # different ones behind it
    times: int
    total: int  # of the values, in the unit of the indicator
    quartiles: Quartiles  # of the values

    def number(self, measure: Measure) -> float:
        match measure:
            case Measure.PEOPLE:
                return self.people
            case Measure.COUNT:
                return self.times
            case Measure.TOTAL:
                return self.total
            case Measure.QUARTILES:
                return self.quartiles.median


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator; `whole` is made of the cells that are told and of nothing else."""

    indicator: Indicator
    cells: tuple[Cell, ...]
    whole: Cell | None  # None where nothing may be told, or nothing was counted


@dataclass(slots=True)
class _Heap:
    """What falls into one cell."""

    people: set[Hashable] = field(default_factory=set)
    values: list[int] = field(default_factory=list)

    def add(self, person: Hashable, value: int) -> None:
        self.people.add(person)
        self.values.append(value)

    def take(self, other: "_Heap") -> None:
        self.people |= other.people
        self.values += other.values


class Sums:
    """Takes pathways one by one, then tells the figures."""

    def __init__(self, asked: FiguresAsked) -> None:
        self._asked = asked
        self._open: defaultdict[tuple[Indicator, Kind], _Heap] = defaultdict(_Heap)
        self._guarded: defaultdict[tuple[Indicator, Kind], _Heap] = defaultdict(_Heap)
        self._people = People()

    def add(
        self,
        stream_id: UUID,
        contributions: Iterable[Contribution],
        *,
        places: tuple[Place, ...] = (),
        linked: Collection[UUID] = (),
    ) -> None:
        """Count what one pathway contributes, as far as it was asked."""
        for other in linked:
            self._people.are_one(stream_id, other)
        asked = self._asked
        for one in contributions:
            if not asked.covers(one.day) or asked.organisation_id not in {
                None,
                one.organisation_id,
            }:
                continue
            commune = ""
            if asked.is_local:
                commune = commune_on(one.day, places) or ""
                if one.data_class not in LOCAL or asked.commune not in {None, commune}:
                    continue
            heaps = self._guarded if one.data_class in GUARDED else self._open
            kind = Kind(self._split(one, commune), one.category, one.detail)
            heaps[one.indicator, kind].add(stream_id, one.value)

    def figures(self) -> Iterator[Figure]:
        """Every indicator, in their order."""
        told = self._told()
        for indicator in Indicator:
            kinds = told.get(indicator, {})
            whole = _Heap()
            for heap in kinds.values():
                whole.take(heap)
            yield Figure(
                indicator,
                tuple(self._cell(kind, kinds[kind]) for kind in sorted(kinds)),
                self._cell(Kind(), whole) if kinds else None,
            )

    def _split(self, one: Contribution, commune: str) -> str:
        match self._asked.split:
            case Split.NOTHING:
                return ""
            case Split.MONTH:
                return f"{one.day:%Y-%m}"
            case Split.ORGANISATION:
                return str(one.organisation_id or "")
            case Split.COMMUNE:
                return commune

    def _told(self) -> Mapping[Indicator, Mapping[Kind, _Heap]]:
        told = defaultdict[Indicator, dict[Kind, _Heap]](dict)
        for (indicator, kind), heap in self._open.items():
            told[indicator][kind] = heap
        for (indicator, kind), heap in self._guarded.items():
            if self._people.count(heap.people) >= FEWEST:
                told[indicator].setdefault(kind, _Heap()).take(heap)
        return told

    def _cell(self, kind: Kind, heap: _Heap) -> Cell:
        return Cell(
            kind,
            self._people.count(heap.people),
            len(heap.values),
            sum(heap.values),
            _quartiles(heap.values),
        )


def _quartiles(values: list[int]) -> Quartiles:
    several = values if len(values) > 1 else values * 2
    return Quartiles(*quantiles(several, n=4, method="inclusive"))

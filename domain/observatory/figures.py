"""From what pathways contribute to figures: sums, different people, quartiles."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import quantiles
from typing import NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.observatory.activities import Held
from domain.observatory.asked import FiguresAsked, Split
from domain.observatory.contributions import Contribution, Place
from domain.observatory.indicators import Indicator, Measure
from domain.observatory.observed import commune_on
from domain.observatory.people import People

# Figures of these are told from so many people on: fewer could be recognised by who works there.
GUARDED = frozenset({DataClass.MENTAL_HEALTH, DataClass.SCREENING, DataClass.PROTECTION})
FEWEST = 11
LOCAL = frozenset({DataClass.IDENTITY, DataClass.SOCIAL})  # all that is ever told of one commune


# Whether whoever gave some time is employed or a volunteer: who they are is nobody's figure.
StatusOf = Callable[[UUID | None, str], str]  # from the organisation and the membership


def nobody_s(_: UUID | None, __: str) -> str:
    """The status of somebody who is not known any more."""
    return ""


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

    def __init__(self, asked: FiguresAsked, *, status_of: StatusOf = nobody_s) -> None:
        self._asked = asked
        self._is_local = asked.is_local
        self._is_split = asked.split is not Split.NOTHING
        self._among = None if asked.among is None else frozenset(asked.among)
        self._status_of = status_of
        self._pathways = set[UUID]()
        self._nameless: list[tuple[UUID, tuple[Indicator, Kind]]] = []
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
        self._pathways.add(stream_id)
        for one in contributions:
            if (kind := self._kind(one, places)) is not None:
                heaps = self._guarded if one.data_class in GUARDED else self._open
                heaps[one.indicator, kind].add(stream_id, one.value)

    def add_activity(self, activity_id: UUID, held: Held) -> None:
        """Count what an activity adds, and whom it met without a name."""
        for one in held.contributions:
            if (kind := self._kind(one, held.places)) is not None:
                self._open[one.indicator, kind].add(activity_id, one.value)
        for met in held.nameless:
            if (kind := self._kind(met.contribution, held.places)) is not None:
                self._nameless.append((met.pathway_id, (met.contribution.indicator, kind)))

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

    def _kind(self, one: Contribution, places: tuple[Place, ...]) -> Kind | None:
        """The cell that it falls into; None: into none of those asked for."""
        asked, commune = self._asked, ""
        if not asked.first <= one.day <= asked.last:
            return None
        if asked.organisation_id is not None and one.organisation_id != asked.organisation_id:
            return None
        if self._among is not None and one.organisation_id not in self._among:
            return None
        if self._is_local:
            commune = commune_on(one.day, places) or ""
            if one.data_class not in LOCAL or asked.commune not in {None, commune}:
                return None
        category = one.category
        if one.indicator is Indicator.WORK_MINUTES:
            category = self._status_of(one.organisation_id, category)
        split = self._split(one, commune) if self._is_split else ""
        return Kind(split, category, one.detail)

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
        for pathway_id, cell in self._nameless:
            if pathway_id not in self._pathways:  # who has a pathway is counted there
                self._open[cell].add(pathway_id, 1)
        self._nameless = []
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

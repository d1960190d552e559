"""The unknown numbers behind the tables of one release, and the sums that their cells are.

Of each population there is one unknown for each way of crossing the finest categories of all its
tables, so that whatever one of them tells is held against what the others do. Where a person may
be in several categories, there is one more for each category, in each crossing of the dimensions
that some table has beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from domain.publication.linear import Row
from domain.publication.tables import ALL, Dimension, Outline, Place

Atoms = Mapping[str, tuple[str, ...]]  # the finest categories of a dimension, over all releases
Key = tuple[str, ...]  # names an unknown: its population, what it is of, its categories


@dataclass(frozen=True, slots=True)
class Unknowns:
    """The unknowns of one release, by what they are the number of."""

    outlines: Sequence[Outline]
    atoms: Atoms
    numbers: Mapping[Key, int]

    @classmethod
    def of(cls, outlines: Sequence[Outline], atoms: Atoms, ids: Iterator[int]) -> "Unknowns":
        keys = dict.fromkeys(_keys(outlines, atoms))
        return cls(outlines, atoms, {key: next(ids) for key in keys})

    def cell(self, outline: Outline, place: Place) -> dict[int, int]:
        """The sum of unknowns that a cell is."""
        codes = dict(zip((one.code for one in outline.dimensions), place, strict=True))
        among = {one.code: self._within(one, codes[one.code]) for one in outline.crossed}
        several = outline.overlapping
        if several is None or codes[several.code] == ALL:
            return self._people(outline.counts, among)
        return self._in_category(outline.counts, several.code, codes[several.code], among)

    def rules(self) -> Iterator[Row]:
        """What is true of these numbers whatever they are."""
        for population, several in _overlapping(self.outlines):
            crossed = _crossed_beside(self.outlines, population, several.code)
            for atom in product(*(self.atoms[code] for code in crossed)):
                among = {code: (one,) for code, one in zip(crossed, atom, strict=True)}
                yield from self._margins(population, several, among)
        for outline in _first_of_each(self.outlines):
            if outline.among is not None:
                yield from self._inside(outline.counts, outline.among)

    def _margins(
        self, population: str, several: Dimension, among: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Row]:
        """A margin counts each person once: at least each category, at most their sum."""

        def number(code: str) -> dict[int, int]:
            if code == ALL:
                return self._people(population, among)
            return self._in_category(population, several.code, code, among)

        for holding in several.codes:
            inner = [number(code) for code in several.under(holding)]
            if inner:
                yield Row(_sum([*inner, _minus(number(holding))]), least=0)
            for one in inner:
                yield Row(_sum([number(holding), _minus(one)]), least=0)

    def _inside(self, population: str, holding: str) -> Iterator[Row]:
        """A population is nowhere larger than the one that holds it."""
        shared = [
            code
            for code in _crossed(self.outlines, population)
            if code in _crossed(self.outlines, holding)
        ]
        for atom in product(*(self.atoms[code] for code in shared)):
            among = {code: (one,) for code, one in zip(shared, atom, strict=True)}
            outer, inner = self._people(holding, among), self._people(population, among)
            if outer and inner:
                yield Row(_sum([outer, _minus(inner)]), least=0)

    def _people(self, population: str, among: Mapping[str, tuple[str, ...]]) -> dict[int, int]:
        crossed = _crossed(self.outlines, population)
        return self._summed(_named(population, "", crossed), crossed, among, ())

    def _in_category(
        self, population: str, several: str, code: str, among: Mapping[str, tuple[str, ...]]
    ) -> dict[int, int]:
        crossed = _crossed_beside(self.outlines, population, several)
        return self._summed(_named(population, several, crossed), crossed, among, (code,))

    def _summed(
        self, what: Key, crossed: Sequence[str], among: Mapping[str, tuple[str, ...]], end: Key
    ) -> dict[int, int]:
        ways = product(*(among.get(code, self.atoms[code]) for code in crossed))
        keys = ((*what, *atom, *end) for atom in ways)
        return {self.numbers[key]: 1 for key in keys if key in self.numbers}

    def _within(self, dimension: Dimension, code: str) -> tuple[str, ...]:
        """The finest categories, of all releases, that one of this release holds."""
        return tuple(
            atom
            for atom in self.atoms[dimension.code]
            if (leaf := dimension.leaf_of(atom)) is not None and code in dimension.around(leaf)
        )


def atoms_of(outlines: Iterable[Outline]) -> Atoms:
    """The finest categories that any of these tables tells apart, by dimension."""
    atoms: dict[str, dict[str, None]] = {}
    for outline in outlines:
        for dimension in outline.crossed:
            atoms.setdefault(dimension.code, {}).update(dict.fromkeys(dimension.leaves))
    return {code: tuple(leaves) for code, leaves in atoms.items()}


def _keys(outlines: Sequence[Outline], atoms: Atoms) -> Iterator[Key]:
    for outline in _first_of_each(outlines):
        crossed = _crossed(outlines, outline.counts)
        for atom in product(*(atoms[code] for code in crossed)):
            yield (*_named(outline.counts, "", crossed), *atom)
    for population, several in _overlapping(outlines):
        crossed = _crossed_beside(outlines, population, several.code)
        for atom in product(*(atoms[code] for code in crossed)):
            for category in several.categories:
                yield (*_named(population, several.code, crossed), *atom, category.code)


def _named(population: str, several: str, crossed: Sequence[str]) -> Key:
    """How the key of an unknown begins: what it is a number of, and by what it is crossed."""
    return (population, several, ",".join(crossed))


def _first_of_each(outlines: Iterable[Outline]) -> Iterable[Outline]:
    """One table of each population."""
    return {outline.counts: outline for outline in outlines}.values()


def _crossed(outlines: Iterable[Outline], population: str) -> tuple[str, ...]:
    """The codes of the dimensions that some table of a population crosses."""
    codes = (
        dimension.code
        for outline in outlines
        if outline.counts == population
        for dimension in outline.crossed
    )
    return tuple(sorted(set(codes)))


def _crossed_beside(outlines: Iterable[Outline], population: str, several: str) -> tuple[str, ...]:
    """Those of the tables that tell apart by a dimension in which people are in several."""
    beside = [one for one in outlines if one.overlapping and one.overlapping.code == several]
    return _crossed(beside, population)


def _overlapping(outlines: Iterable[Outline]) -> Iterator[tuple[str, Dimension]]:
    """Each population with each dimension in which its people may be in several categories."""
    seen = set[tuple[str, str]]()
    for outline in outlines:
        several = outline.overlapping
        if several is not None and (outline.counts, several.code) not in seen:
            seen.add((outline.counts, several.code))
            yield outline.counts, several


def _sum(terms: Iterable[Mapping[int, int]]) -> dict[int, int]:
    total: dict[int, int] = {}
    for one in terms:
        for unknown, times in one.items():
            total[unknown] = total.get(unknown, 0) + times
    return {unknown: times for unknown, times in total.items() if times}


def _minus(terms: Mapping[int, int]) -> dict[int, int]:
    return {unknown: -times for unknown, times in terms.items()}

"""Everything that whoever reads the releases of one year knows, put into one linear program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import NamedTuple

from domain.publication.linear import Program, Row, Terms
from domain.publication.populations import Unknowns, atoms_of
from domain.publication.release import Tables
from domain.publication.tables import Place


class CellId(NamedTuple):
    release: int  # in the order in which they are published
    table: str
    place: Place


Sum = tuple[int, ...]  # the unknowns that a number is the sum of, in order


@dataclass(frozen=True)
class Knowledge:
    """What consecutive releases of a year tell together.

    Beside the published numbers: no number is negative; margins are what they are; a population
    is nowhere larger than one that holds it; and what is counted again later is nowhere lower,
    because what people declare late adds to a year that is over.
    """

    releases: Sequence[Tables]

    @cached_property
    def unknowns(self) -> Sequence[Unknowns]:
        atoms = atoms_of(table.outline for told in self.releases for table in told.tables)
        ids = count(1)  # 0 is by how much the releases contradict each other
        return [
            Unknowns.of([table.outline for table in told.tables], atoms, ids)
            for told in self.releases
        ]

    @cached_property
    def sums(self) -> Mapping[CellId, Sum]:
        """What each cell of each release is the sum of: cells with the same sum are one number."""
        return {
            CellId(release, table.outline.code, place): tuple(
                sorted(self.unknowns[release].cell(table.outline, place))
            )
            for release, told in enumerate(self.releases)
            for table in told.tables
            for place in table.outline.places()
        }

    @cached_property
    def numbers(self) -> Mapping[CellId, int | None]:
        return {
            CellId(release, table.outline.code, place): number
            for release, told in enumerate(self.releases)
            for table in told.tables
            for place, number in table.cells().items()
        }

    @cached_property
    def told(self) -> Mapping[Sum, int]:
        """Every published number."""
        return {
            self.sums[cell]: number for cell, number in self.numbers.items() if number is not None
        }

    @cached_property
    def hidden(self) -> tuple[Sum, ...]:
        """Every number that is not published, each once."""
        sums = (self.sums[cell] for cell, number in self.numbers.items() if number is None)
        return tuple(one for one in dict.fromkeys(sums) if one not in self.told)

    def program(self, *, contradicting: bool = False) -> Program:
        """The rules first, then one row for each of `told`, in its order.

        `contradicting`: whether a later number may be lower, by unknown 0, than an earlier one.
        """
        rows = [*self.rules(contradicting=contradicting)]
        rows += [Row(dict.fromkeys(one, 1), number, number) for one, number in self.told.items()]
        many = sum(len(unknowns.numbers) for unknowns in self.unknowns)
        return Program(many + 1, rows)

    def rules(self, *, contradicting: bool = False) -> list[Row]:
        slack = {0: 1} if contradicting else {}
        rules = [row for unknowns in self.unknowns for row in unknowns.rules()]
        for earlier, later in zip(self.unknowns, self.unknowns[1:], strict=False):
            rules += [
                Row({later.numbers[key]: 1, number: -1, **slack}, least=0)
                for key, number in earlier.numbers.items()
                if key in later.numbers
            ]
        return rules

    @cached_property
    def before(self) -> Mapping[Sum, Sum]:
        """The numbers of the last release that the one before it counted too: as it did."""
        last = len(self.releases) - 1
        return {
            one: self.sums[cell._replace(release=last - 1)]
            for cell, one in self.sums.items()
            if cell.release == last and cell._replace(release=last - 1) in self.sums
        }

    def change(self, one: Sum) -> Terms:
        """By how much a number of the last release moved since the one before it."""
        return dict.fromkeys(one, 1) | dict.fromkeys(self.before[one], -1)

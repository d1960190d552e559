"""Tables of people: what is counted, by what, and the number that stands in each cell."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value

ALL = "all"  # the code, in every dimension, of whatever it may be: a margin

TableCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Place = tuple[str, ...]  # of a cell in its table: one code a dimension
Traits = Mapping[str, frozenset[str]]  # of one person: their categories, by dimension


class Category(Value):
    """One of the categories that a dimension tells apart, perhaps within a wider one."""

    code: TableCode
    within: TableCode = ALL


class Dimension(Value):
    """What people are told apart by.

    In most, a person is in exactly one category, and a margin is the sum of what it holds. Where
    one person may be in several (`several`: their needs), a margin counts them once: it is at
    least each of its categories, and at most their sum. `rest` is the category of whoever is in
    none that is named.
    """

    code: TableCode
    categories: tuple[Category, ...]
    several: bool = False
    rest: TableCode | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        known = {ALL}
        for category in self.categories:
            if category.code in known or category.within not in known:
                raise ValueError("a category is named once, after the one that holds it")
            known.add(category.code)
        if self.rest is not None and self.rest not in self.leaves:
            raise ValueError("the rest is one of the finest categories")
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        return (ALL, *(category.code for category in self.categories))

    @property
    def leaves(self) -> tuple[str, ...]:
        """The finest categories: those that hold no other."""
        holding = {category.within for category in self.categories}
        return tuple(code for code in self.codes if code not in holding)

    def under(self, code: str) -> tuple[str, ...]:
        """The categories directly within one."""
        return tuple(one.code for one in self.categories if one.within == code)

    def around(self, code: str) -> tuple[str, ...]:
        """A category and all those that hold it, up to the margin."""
        within = {category.code: category.within for category in self.categories}
        path = [code]
        while path[-1] != ALL:
            path.append(within[path[-1]])
        return tuple(path)

    def leaf_of(self, code: str) -> str | None:
        """The finest category in which this one counts; None: in none."""
        return code if code in self.leaves else self.rest


class Outline(Value):
    """What a table counts and by what; its numbers aside.

    `counts` names a population; those of another table with the same name are the same people, and
    those of `among` hold all of them.
    """

    code: TableCode
    counts: TableCode
    among: TableCode | None = None
    dimensions: tuple[Dimension, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _can_be_attacked(self) -> Self:
        if sum(dimension.several for dimension in self.dimensions) > 1:
            raise ValueError("one dimension at most lets a person be in several categories")
        return self

    @property
    def crossed(self) -> tuple[Dimension, ...]:
        """The dimensions in which a person is in one category only."""
        return tuple(dimension for dimension in self.dimensions if not dimension.several)

    @property
    def overlapping(self) -> Dimension | None:
        """The dimension in which a person may be in several, if there is one."""
        return next((one for one in self.dimensions if one.several), None)

    def places(self) -> Iterator[Place]:
        """Where each cell stands, margins included."""
        return product(*(dimension.codes for dimension in self.dimensions))


class Table(Value):
    """The number of people in each cell, in the order of its places; None where it is hidden."""

    outline: Outline
    numbers: tuple[int | None, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.numbers) != len(list(self.outline.places())):
            raise ValueError("a table has one number a cell")
        return self

    def cells(self) -> dict[Place, int | None]:
        return dict(zip(self.outline.places(), self.numbers, strict=True))

    def hiding(self, places: Iterable[Place]) -> Self:
        """The same table without the numbers of these cells."""
        hidden = set(places)
        numbers = (None if place in hidden else told for place, told in self.cells().items())
        return self.model_copy(update={"numbers": tuple(numbers)})


def counted(outline: Outline, people: Iterable[Traits]) -> Table:
    """Count people, each once a cell; who lacks a dimension of the table is not of it."""
    numbers = dict.fromkeys(outline.places(), 0)
    for traits in people:
        for place in product(*(_codes(dimension, traits) for dimension in outline.dimensions)):
            numbers[place] += 1
    return Table(outline=outline, numbers=tuple(numbers.values()))


def _codes(dimension: Dimension, traits: Traits) -> set[str]:
    """Every category of a dimension in which somebody counts, margins included."""
    leaves = (dimension.leaf_of(code) for code in traits.get(dimension.code, ()))
    return {code for leaf in leaves if leaf is not None for code in dimension.around(leaf)}

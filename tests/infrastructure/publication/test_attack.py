"""The attack against one that tries every way in which a few people could live and need."""

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from domain.publication.knowledge import Knowledge
from domain.publication.release import Tables
from domain.publication.tables import Category, Dimension, Outline, Place, Traits, counted
from infrastructure.publication.highs import highs

SIDE = Dimension(code="side", categories=(Category(code="left"), Category(code="right")))
SIZE = Dimension(code="size", categories=(Category(code="small"), Category(code="large")))
WISH = Dimension(
    code="wish", categories=(Category(code="tea"), Category(code="bread")), several=True
)
CROSSED = Outline(code="crossed", counts="people", dimensions=(SIDE, SIZE))
SIDES = Outline(code="sides", counts="people", dimensions=(SIDE,))
WISHES = Outline(code="wishes", counts="people", dimensions=(SIDE, WISH))

IN_ONE: list[Traits] = [
    {"side": frozenset({side}), "size": frozenset({size})}
    for side, size in product(SIDE.leaves, SIZE.leaves)
]
IN_SEVERAL: list[Traits] = [
    {"side": frozenset({side}), "wish": frozenset(wishes)}
    for side, wishes in product(SIDE.leaves, [("tea",), ("bread",), ("tea", "bread")])
]

Numbers = Mapping[tuple[str, Place], int]


def ways(many: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Every way of sharing so many people among so many kinds."""
    if kinds == 1:
        yield (many,)
        return
    for first in range(many + 1):
        for others in ways(many - first, kinds - 1):
            yield (first, *others)


def numbers(outlines: tuple[Outline, ...], kinds: list[Traits], way: tuple[int, ...]) -> Numbers:
    """What each cell would be, by counting people one by one."""
    everybody = [kind for kind, many in zip(kinds, way, strict=True) for _ in range(many)]
    return {
        (outline.code, place): number
        for outline in outlines
        for place, number in counted(outline, everybody).cells().items()
        if number is not None
    }


def agree(data: some.DataObject, outlines: tuple[Outline, ...], kinds: list[Traits]) -> None:
    """Draw a release and check each hidden number of it: far enough from known, by both attacks."""
    way = data.draw(some.tuples(*[some.integers(0, 2)] * len(kinds)))
    true = numbers(outlines, kinds, way)
    inside = sorted(cell for cell in true if set(cell[1]) != {"all"})  # the total is told
    hidden = data.draw(some.sets(some.sampled_from(inside), min_size=1))
    told = Tables(
        year=2025,
        tables=tuple(
            counted(outline, [k for k, n in zip(kinds, way, strict=True) for _ in range(n)]).hiding(
                place for code, place in hidden if code == outline.code
            )
            for outline in outlines
        ),
    )
    possible = [
        other
        for other in (numbers(outlines, kinds, one) for one in ways(sum(way), len(kinds)))
        if all(other[cell] == true[cell] for cell in true if cell not in hidden)
    ]
    knowledge = Knowledge([told])
    attack = highs(knowledge.program())
    enough = data.draw(some.integers(1, 4))
    for cell, one in knowledge.sums.items():
        values = [other[cell.table, cell.place] for other in possible]
        span = attack.span(dict.fromkeys(one, 1), enough=enough)
        assert span.is_over(enough) == (max(values) - min(values) >= enough)


@settings(max_examples=25, deadline=None)
@given(some.data())
def test_the_attack_agrees_with_trying_everything_where_people_are_in_one_category(
    data: some.DataObject,
) -> None:
    agree(data, (CROSSED, SIDES), IN_ONE)


@settings(max_examples=15, deadline=None)
@given(some.data())
def test_the_attack_agrees_with_trying_everything_where_people_are_in_several(
    data: some.DataObject,
) -> None:
    agree(data, (WISHES, SIDES), IN_SEVERAL)

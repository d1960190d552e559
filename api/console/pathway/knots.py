"""The knots of the rope: each organisation has a shape of its own on a page, beside its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Knot:
    shape: str  # the name of its drawing
    sign: str  # the same in a line of text


SHAPES = (
    Knot("triangle", "▲"),
    Knot("square", "■"),
    Knot("circle", "●"),
    Knot("diamond", "◆"),
    Knot("point", "▼"),
    Knot("star", "★"),
)


def knots_of(organisations: Iterable[UUID | None]) -> dict[UUID, Knot]:
    """One each, in the order they come; where there are more than shapes, names tell them apart."""
    found = (one for one in organisations if one is not None)
    return {one: SHAPES[number % len(SHAPES)] for number, one in enumerate(dict.fromkeys(found))}

"""What is made again only when what it is made of is another object."""

from collections.abc import Callable, Hashable
from operator import is_
from typing import Any, TypeVar

M = TypeVar("M")


class Memo:
    """Parts are frozen and replaced whole, so that the same object means the same content.

    One memo serves one stream, and all that asks it asks under names of its own.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def of(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], M]) -> M:
        """What was made last under this name if it was made of the same, else made now."""
        kept = self._made.get(name)
        if kept is not None and _are_the_same(kept[0], made_of):
            last: M = kept[1]
            return last
        made = make()
        self._made[name] = made_of, made
        return made


def _are_the_same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(map(is_, before, now))

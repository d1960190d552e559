"""Who is the same person: two linked pathways are one, and are counted once."""

from collections.abc import Hashable, Iterable


class People:
    """Groups of pathways."""

    def __init__(self) -> None:
        self._leads: dict[Hashable, Hashable] = {}

    def are_one(self, one: Hashable, other: Hashable) -> None:
        self._leads[self.one(one)] = self.one(other)

    def count(self, pathways: Iterable[Hashable]) -> int:
        """How many different people these are."""
        if not self._leads:
            return len(set(pathways))
        return len({self.one(one) for one in pathways})

    def one(self, one: Hashable) -> Hashable:
        """Whose pathway it is: the same for all pathways of one person."""
        while (lead := self._leads.get(one, one)) != one:
            one = lead
        return one

"""A `Queue` in memory: it is full, or down, when asked to be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

ROOM = 1_000


@dataclass
class QueueInMemory:
    ids: list[UUID] = field(default_factory=list)
    full: bool = False
    down: bool = False

    def room(self, *, urgent: bool = False) -> int:
        return 0 if self.full and not urgent else ROOM

    def put(self, due_ids: Sequence[UUID], *, urgent: bool = False) -> None:
        if self.down:
            raise ConnectionError
        self.ids = [*due_ids, *self.ids] if urgent else [*self.ids, *due_ids]

    def taken(self) -> list[UUID]:
        ids, self.ids = self.ids, []
        return ids

"""`Watches` in memory; the real one passes the same tests."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from application.clocks.ports import Look


@dataclass
class WatchesInMemory:
    position: int = 0
    look_at: dict[UUID, datetime] = field(default_factory=dict)

    def followed_up_to(self) -> int:
        return self.position

    def watch(
        self, pathway_ids: Iterable[UUID], *, at: datetime, read_from: int, read_to: int
    ) -> bool:
        if self.position != read_from:
            return False
        self.look_at |= dict.fromkeys(pathway_ids, at)
        self.position = read_to
        return True

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> list[Look]:
        waiting = sorted((at, one) for one, at in self.look_at.items() if at <= now)
        taken = [Look(pathway_id, now + lease) for _, pathway_id in waiting[:limit]]
        self.look_at |= dict(taken)
        return taken

    def put_back(self, look: Look, *, at: datetime | None) -> bool:
        if self.look_at.get(look.pathway_id) != look.until:
            return False
        if at is None:
            del self.look_at[look.pathway_id]
        else:
            self.look_at[look.pathway_id] = at
        return True

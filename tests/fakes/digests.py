"""`Digests` in memory; the real one passes the same tests."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from application.digests.ports import DigestChoice, DigestDue


@dataclass
class DigestsInMemory:
    kept: dict[UUID, tuple[DigestChoice, date, datetime]] = field(default_factory=dict)

    def choose(self, account_id: UUID, choice: DigestChoice, *, day: date, at: datetime) -> None:
        self.kept[account_id] = choice, day, at

    def choice(self, account_id: UUID) -> DigestChoice | None:
        return self.kept[account_id][0] if account_id in self.kept else None

    def end(self, account_id: UUID) -> None:
        self.kept.pop(account_id, None)

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> list[DigestDue]:
        waiting = sorted((at, one) for one, (_, _, at) in self.kept.items() if at <= now)
        taken = []
        for _, account_id in waiting[:limit]:
            choice, day, _ = self.kept[account_id]
            self.kept[account_id] = choice, day, now + lease
            taken.append(DigestDue(account_id, choice, day, now + lease))
        return taken

    def put_off(self, due: DigestDue, *, day: date, at: datetime) -> bool:
        kept = self.kept.get(due.account_id)
        if kept is None or kept[2] != due.until:
            return False
        self.kept[due.account_id] = kept[0], day, at
        return True

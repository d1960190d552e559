"""`Replies` in memory; the real one passes the same tests."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

from application.reminders.replies import Awaited

BASE = "https://cordee.example/r/"


@dataclass
class RepliesInMemory:
    links: bool = True
    tokens: dict[UUID, str] = field(default_factory=dict)  # by the key of the message
    rows: dict[str, tuple[Awaited, ...]] = field(default_factory=dict)  # by token

    def expect(self, *awaited: Awaited, key: UUID) -> str:
        token = self.tokens.setdefault(key, uuid4().hex[:16])
        self.rows[token] = tuple(sorted(awaited, key=lambda one: (one.until, one.due_id)))
        return BASE + token if self.links else ""

    def find(self, token: str) -> tuple[Awaited, ...]:
        kept = self.rows.get(token.lower(), ())
        return tuple(replace(one, reach="", went_to=self.token_of(one.reach)) for one in kept)

    def token_of(self, reach: str) -> bytes:
        return reach.casefold().encode()

    def sent_to(self, reach: str) -> set[UUID]:
        asked = reach.casefold()
        return {one.pathway_id for one in self._all() if one.reach.casefold() == asked}

    def forget(self, pathway_id: UUID) -> int:
        return self._remove(lambda one: one.pathway_id == pathway_id)

    def sweep(self, before: datetime) -> int:
        return self._remove(lambda one: one.until < before)

    def _all(self) -> list[Awaited]:
        return [one for kept in self.rows.values() for one in kept]

    def _remove(self, gone: Callable[[Awaited], bool]) -> int:
        before = len(self._all())
        self.rows = {
            token: tuple(one for one in kept if not gone(one)) for token, kept in self.rows.items()
        }
        return before - len(self._all())

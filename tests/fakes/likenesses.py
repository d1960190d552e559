"""`Likenesses` and `Bookmark` in memory; the real ones pass the same tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.ports import EventLog
from application.views.folded import Folded
from application.views.likenesses import likeness_rows
from application.views.memo import Memo


@dataclass
class LikenessesInMemory:
    """Always up to date, unless a test holds it back."""

    log: EventLog
    held_at: int | None = None

    def position(self) -> int:
        return self.log.head() if self.held_at is None else self.held_at

    def having(self, signs: Sequence[str], *, at_most: int) -> Sequence[UUID]:
        found = [one for one in self.log.stream_ids(limit=1_000) if self._signs(one) & set(signs)]
        return found[:at_most]

    def _signs(self, pathway_id: UUID) -> set[str]:
        folded = Folded.of(pathway_id).after(self.log.stream(pathway_id))
        return {row.sign for rows in likeness_rows(folded, Memo()) for row in rows}


@dataclass
class BookmarkInMemory:
    at: int = 0

    def position(self) -> int:
        return self.at

    def move(self, *, read_from: int, read_to: int) -> bool:
        if self.at != read_from:
            return False
        self.at = read_to
        return True

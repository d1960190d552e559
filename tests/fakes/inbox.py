"""`Inbox` in memory; the real one passes the same tests."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from application.inbox.ports import TO_SEE_TO, Addressee, InboxItem, Kept, Place


@dataclass
class InboxInMemory:
    items: dict[UUID, InboxItem] = field(default_factory=dict)
    reads: dict[tuple[UUID, UUID], datetime] = field(default_factory=dict)

    def put(self, *items: InboxItem) -> None:
        for item in items:
            self.items.setdefault(item.id, item)

    def of(self, to: Addressee, *, unread: bool, before: Place | None, limit: int) -> list[Kept]:
        theirs = [self._kept(item, to) for item in self.items.values() if _is_for(item, to)]
        wanted = [
            kept
            for kept in theirs
            if not (unread and kept.read_at)
            and (before is None or (kept.item.at, kept.item.id) < before)
        ]
        return sorted(wanted, key=lambda kept: (kept.item.at, kept.item.id), reverse=True)[:limit]

    def find(self, item_id: UUID, to: Addressee) -> Kept | None:
        item = self.items.get(item_id)
        return self._kept(item, to) if item and _is_for(item, to) else None

    def about(self, due_ids: Collection[UUID]) -> set[UUID]:
        told = {one.due_id for one in self.items.values() if one.kind in TO_SEE_TO and one.due_id}
        return told & set(due_ids)

    def read(self, item_id: UUID, member_id: UUID, *, at: datetime) -> None:
        self.reads.setdefault((item_id, member_id), at)

    def unread(self, item_id: UUID, member_id: UUID) -> None:
        self.reads.pop((item_id, member_id), None)

    def forget(self, pathway_id: UUID) -> int:
        return self._drop([one for one in self.items.values() if one.pathway_id == pathway_id])

    def sweep(self, before: datetime, *, limit: int) -> int:
        old = sorted(
            (one for one in self.items.values() if one.at < before), key=lambda one: one.at
        )
        return self._drop(old[:limit])

    def _kept(self, item: InboxItem, to: Addressee) -> Kept:
        return Kept(item, self.reads.get((item.id, to.member_id)))

    def _drop(self, items: list[InboxItem]) -> int:
        gone = {item.id for item in items}
        self.items = {one: item for one, item in self.items.items() if one not in gone}
        self.reads = {pair: at for pair, at in self.reads.items() if pair[0] not in gone}
        return len(gone)


def _is_for(item: InboxItem, to: Addressee) -> bool:
    return item.organisation_id == to.organisation_id and item.member_id in {None, to.member_id}

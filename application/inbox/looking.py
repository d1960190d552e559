"""One member's look at their inbox: item by item, as long as they may know of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from application.inbox.knowing import Known, known_of
from application.inbox.ports import Addressee, Inbox, InboxItem, InboxKind, Kept, Place
from application.network import Network
from domain.members import Member

AT_ONCE = 100  # items looked at in one go
MOST_COUNTED = 100  # unread ones; a member with more knows enough


class Told(NamedTuple):
    """An item, and what its reader may know of its pathway."""

    kept: Kept
    known: Known


@dataclass(frozen=True, slots=True)
class Looking:
    """Each pathway is read once, however many items are about it."""

    network: Network
    inbox: Inbox
    viewer: Member
    _pathways: dict[UUID, Known | None] = field(default_factory=dict)

    def told(self, *, unread: bool, before: Place | None = None) -> Iterator[Told]:
        """The newest first, of those before a place, without what they may no longer know."""
        to = Addressee(self.viewer.organisation_id, self.viewer.id)
        while some := self.inbox.of(to, unread=unread, before=before, limit=AT_ONCE):
            for kept in some:
                known = self._known(kept.item)
                if known is not None and known.includes(kept.item):
                    yield Told(kept, known)
            before = Place(some[-1].item.at, some[-1].item.id)

    def unread(self) -> Counter[InboxKind]:
        """How many are unread of each kind; MOST_COUNTED of them at most."""
        counted = islice(self.told(unread=True), MOST_COUNTED)
        return Counter(told.kept.item.kind for told in counted)

    def _known(self, item: InboxItem) -> Known | None:
        if item.pathway_id not in self._pathways:
            self._pathways[item.pathway_id] = known_of(self.network, item, self.viewer)
        return self._pathways[item.pathway_id]

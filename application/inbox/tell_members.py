"""Follow the history and tell members what its facts ask of them.

From the facts, never from a route: cut anywhere, it goes on, and nobody is told twice.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from application.duplicates.ports import Bookmark
from application.inbox.ports import Inbox
from application.inbox.told_by import items_told_by
from application.network import Network
from application.refusals import EventUnreadable
from domain.kernel import DomainEvent

AT_ONCE = 500  # events
KEPT = timedelta(days=183)  # items; what is older is in the history, and in nobody's inbox


@dataclass(frozen=True, slots=True)
class Telling:
    """What telling members takes."""

    network: Network
    inbox: Inbox
    bookmark: Bookmark


def tell_members(telling: Telling, *, at_once: int = AT_ONCE) -> int:
    """Go through the next events; how many there were, 0 at the head of the history.

    Items are put before the place is moved: whoever is killed between puts them again, in vain.

    Raises:
        StoreUnavailable: a database cannot be reached; what was put stays put.
    """
    log, read_from = telling.network.log, telling.bookmark.position()
    try:
        events = log.after(read_from, limit=at_once)
    except EventUnreadable as unreadable:
        if at_once > 1:  # what stands before it is told first
            return tell_members(telling, at_once=at_once // 2)
        telling.bookmark.move(read_from=read_from, read_to=unreadable.position)
        return 1
    if not events:
        if log.head() < read_from:  # an older history was restored: nobody is told twice
            telling.bookmark.move(read_from=read_from, read_to=0)
        return 0
    _tell(telling, events)
    moved = telling.bookmark.move(read_from=read_from, read_to=events[-1].position)
    return len(events) if moved else 0


def forget_old_items(telling: Telling, *, at_once: int = AT_ONCE) -> int:
    """Remove what has been in inboxes for too long; how many items that were."""
    before, forgotten = telling.network.clock() - KEPT, 0
    while some := telling.inbox.sweep(before, limit=at_once):
        forgotten += some
    return forgotten


def _tell(telling: Telling, events: Iterable[DomainEvent]) -> None:
    since = telling.network.clock() - KEPT
    for event in events:
        if (event.recorded_at or event.fact.occurred_at) < since:
            continue
        with suppress(EventUnreadable):  # a pathway that cannot be read is shown to nobody
            telling.inbox.put(*items_told_by(telling.network, event))

"""Follow the history and note on which pathways something may come due."""

from datetime import timedelta

from application.clocks.clocks import Clocks
from application.refusals import EventUnreadable
from domain.kernel import DomainEvent
from domain.pathway.pathway import Pathway

AT_ONCE = 500  # events
GRACE = timedelta(minutes=10)  # what somebody is putting right is left alone for that long
WITH_CLOCKS = {"rights", "referrals", "consents"}  # the parts of a pathway where something is due


def watch_pathways(clocks: Clocks, *, at_once: int = AT_ONCE) -> int:
    """Go through the next events; how many there were, 0 at the head of the history."""
    log, watches = clocks.network.log, clocks.watches
    look_at = clocks.network.clock() + GRACE
    read_from = watches.followed_up_to()
    try:
        events = log.after(read_from, limit=at_once)
    except EventUnreadable as unreadable:
        if at_once > 1:  # what stands before it is followed first
            return watch_pathways(clocks, at_once=at_once // 2)
        watches.watch([], at=look_at, read_from=read_from, read_to=unreadable.position)
        return 1
    if not events:
        if log.head() < read_from:  # an older history was restored: nothing happens twice
            watches.watch([], at=look_at, read_from=read_from, read_to=0)
        return 0
    touched = {event.originator_id for event in events if _may_bring_something_due(event)}
    watches.watch(touched, at=look_at, read_from=read_from, read_to=events[-1].position)
    return len(events)


def _may_bring_something_due(event: DomainEvent) -> bool:
    return not WITH_CLOCKS.isdisjoint(Pathway.readers.get(type(event.fact), ()))

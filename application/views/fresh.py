"""Rows are never shown behind their stream: what moved since is decided again from the stream."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol, TypeVar
from uuid import UUID

from application.ports import EventLog
from application.refusals import EventUnreadable
from application.views.folded import Folded
from application.views.people import person_of
from application.views.ports import Found
from application.views.reach import OwnedRow, Reach


class OfPathway(OwnedRow, Protocol):
    @property
    def pathway_id(self) -> UUID: ...


R = TypeVar("R", bound=OfPathway)
Again = Callable[[Folded, Sequence[R]], Iterable[R]]  # from what is now and what was shown


def fresh(log: EventLog, reach: Reach, found: Found[R], again: Again[R]) -> Found[R]:
    """The same page, with each pathway that moved since told again, at its place in the page.

    So is each one whose rows are decided every time: what bounds it may end without an event.

    One whose events cannot be read is in nobody's list until it is repaired.
    """
    moved = log.touched({row.pathway_id for row in found.rows}, after=found.position)
    moved |= {row.pathway_id for row in found.rows if reach.must_decide(row)}
    if not moved:
        return found
    now = _folded(log, moved)
    people = {one: person for one, folded in now.items() if (person := person_of(folded))}
    others = {one: person for one, person in found.people.items() if one not in moved}
    return replace(found, rows=list(_told(found.rows, now, again)), people=others | people)


def _told(rows: Iterable[R], now: Mapping[UUID, Folded], again: Again[R]) -> Iterator[R]:
    for pathway_id, before in groupby(rows, key=lambda row: row.pathway_id):
        if pathway_id in now:
            yield from again(now[pathway_id], list(before))
        else:
            yield from before


def _folded(log: EventLog, moved: set[UUID]) -> Mapping[UUID, Folded]:
    nothing = {pathway_id: Folded.of(pathway_id) for pathway_id in moved}
    readable = set(moved)
    while readable:
        try:
            streams = log.streams(readable)
        except EventUnreadable as damaged:
            readable.remove(damaged.stream_id)
        else:
            return nothing | {one: nothing[one].after(events) for one, events in streams.items()}
    return nothing

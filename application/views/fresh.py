"""Rows are never shown behind their stream: what moved since is decided again from the stream."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from application.ports import EventLog
from application.refusals import EventUnreadable
from application.views.folded import Folded


def moved_since(log: EventLog, pathways: Iterable[UUID], *, position: int) -> Mapping[UUID, Folded]:
    """Those of these pathways that have events after this position, folded to their heads.

    One whose events cannot be read folds to nothing: it is in nobody's list until it is repaired.
    """
    moved = log.touched(pathways, after=position)
    return _folded(log, moved) if moved else {}


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

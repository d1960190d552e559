"""Reads on in the history, past what cannot be read."""

from dataclasses import dataclass

from application.ports import EventLog
from application.refusals import EventUnreadable
from infrastructure.views.changes import Changes, Failure
from infrastructure.views.checkpoint import Checkpoint
from infrastructure.views.folding import Folding, code_of

BATCH = 500  # events in one transaction


@dataclass(frozen=True, slots=True)
class Batch:
    """The next events, as what they change."""

    changes: Changes
    events: int
    to: int  # position of the last of them


class Follower:
    def __init__(self, log: EventLog, folding: Folding) -> None:
        self._log = log
        self._folding = folding

    def after(self, position: int, known: Checkpoint, *, limit: int = BATCH) -> Batch:
        """What the next events change; there are none at the head of the history.

        An event that cannot be read parks its stream, and is stepped over.
        """
        try:
            events = self._log.after(position, limit=limit)
        except EventUnreadable as damaged:
            if limit > 1:
                return self.after(position, known, limit=limit // 2)
            return self._without(damaged, known)
        changes = self._folding.changes(events, parked=known.parked)
        return Batch(changes, len(events), events[-1].position if events else position)

    def parking(self, batch: Batch, error: Exception) -> Batch:
        """The same batch, of one event, with its stream parked: its rows could not be written."""
        changes, failure = Changes(), Failure(batch.to, code_of(error))
        for stream_id in batch.changes.streams:
            self._folding.withhold(stream_id, failure, changes)
        return Batch(changes, batch.events, batch.to)

    def _without(self, damaged: EventUnreadable, known: Checkpoint) -> Batch:
        changes = Changes()
        if damaged.stream_id not in known.parked:
            failure = Failure(damaged.position, damaged.code)
            self._folding.withhold(damaged.stream_id, failure, changes)
        return Batch(changes, 1, damaged.position)

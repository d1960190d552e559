"""Folds streams into the rows of the views, remembering those that moved lately."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from application.ports import EventLog
from application.refusals import EventUnreadable
from application.views.memo import Memo
from application.views.view import VIEWS, subject_of
from domain.kernel import DomainEvent
from domain.refusals import DomainError
from infrastructure.sealing.memory import Memory
from infrastructure.views.changes import Changes, Failure, Kept, rows_of

REMEMBERED = 5_000  # streams, of about 50 KB each
CLEAR_FOR = 600  # seconds that what was folded stays in memory
LOADED_AT_ONCE = 100  # whole streams, each of some hundred events


class Folding:
    """What is remembered holds only while nobody else writes the rows: `forget()` then."""

    def __init__(
        self, log: EventLog, keys: Mapping[str, slice], *, remembered: int = REMEMBERED
    ) -> None:
        self._log = log
        self._remembered = remembered
        self._keys = keys
        self.forget()

    def forget(self) -> None:
        self._memory = Memory[UUID, Kept](size=self._remembered, seconds=CLEAR_FOR)

    def changes(self, events: Iterable[DomainEvent], *, parked: AbstractSet[UUID]) -> Changes:
        """What these events, in commit order, change; those of parked streams change nothing."""
        changes = Changes()
        unknown: dict[UUID, int] = {}
        for stream_id, news in _by_stream(events).items():
            kept = self._memory.get(stream_id)
            first = news[0]
            if stream_id in parked:
                continue
            if first.originator_version == 1 or (
                kept is not None and first.originator_version <= kept.folded.version + 1
            ):
                self._follow(stream_id, kept, news, changes)
            else:
                unknown[stream_id] = first.position
        self.load(unknown, changes)
        return changes

    def load(self, streams: Mapping[UUID, int], changes: Changes) -> None:
        """Rewrite whole streams, to their heads; each with the position to tell if it cannot be."""
        ids = list(streams)
        for start in range(0, len(ids), LOADED_AT_ONCE):
            some = {one: streams[one] for one in ids[start : start + LOADED_AT_ONCE]}
            for stream_id, events in self._readable(some, changes).items():
                self._follow(stream_id, None, events, changes)

    def withhold(self, stream_id: UUID, failure: Failure, changes: Changes) -> None:
        self._memory.forget(stream_id)
        changes.withhold(stream_id, failure, VIEWS)

    def _follow(
        self, stream_id: UUID, kept: Kept | None, events: Sequence[DomainEvent], changes: Changes
    ) -> None:
        try:
            now = self._folded(stream_id, kept, events)
        except Exception as error:  # noqa: BLE001 (one stream that fails never stops the others)
            self.withhold(stream_id, Failure(events[0].position, code_of(error)), changes)
            return
        if kept is None:
            changes.rewrite(stream_id, now.rows)
        else:
            changes.replace(stream_id, kept.rows, now.rows, keys=self._keys)
        changes.events += len(events)
        changes.streams.append(stream_id)
        self._memory.put(stream_id, now)

    def _folded(self, stream_id: UUID, kept: Kept | None, events: Sequence[DomainEvent]) -> Kept:
        subject = kept.subject if kept else subject_of(events[0])
        memo = kept.memo if kept else Memo()
        before = kept.folded if kept else subject.folded(stream_id)
        folded = before.after(
            [event for event in events if event.originator_version > before.version]
        )
        return Kept(subject, folded, memo, rows_of(subject, folded, memo))

    def _readable(
        self, streams: Mapping[UUID, int], changes: Changes
    ) -> Mapping[UUID, list[DomainEvent]]:
        wanted = set(streams)
        while wanted:
            try:
                return self._log.streams(wanted)
            except EventUnreadable as damaged:
                failure = Failure(damaged.position, damaged.code)
                self.withhold(damaged.stream_id, failure, changes)
                wanted.remove(damaged.stream_id)
        return {}


def _by_stream(events: Iterable[DomainEvent]) -> dict[UUID, list[DomainEvent]]:
    streams: dict[UUID, list[DomainEvent]] = {}
    for event in events:
        streams.setdefault(event.originator_id, []).append(event)
    return streams


def code_of(error: Exception) -> str:
    """A word for a failure; its message might hold what was in the fact."""
    return error.code if isinstance(error, DomainError) else type(error).__name__

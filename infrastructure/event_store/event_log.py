"""The use cases' `EventLog`, over the library's application."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from typing import cast
from uuid import UUID

from eventsourcing.persistence import IntegrityError, OperationalError

from application.ports import A, Context, Recorded
from application.refusals import StoreUnavailable
from domain.kernel import Aggregate, DomainEvent
from domain.refusals import ChangedMeanwhile, DomainError
from infrastructure.event_store.aggregate_cache import AggregateCache
from infrastructure.event_store.history import AnsweredBefore, History, fingerprint
from infrastructure.event_store.recorder import HistoryRecorder
from infrastructure.event_store.rows import StoredRow
from infrastructure.sealing.mapper import SealedMapper


class SealedEventLog:
    """Every method may be called from any thread."""

    def __init__(self, mapper: SealedMapper, recorder: HistoryRecorder) -> None:
        self._mapper = mapper
        self._recorder = recorder
        self._history = History(mapper, recorder)
        self._cache = AggregateCache()

    def load(self, kind: type[A], stream_id: UUID) -> A:
        read_after = self._cache.erasures
        known = self._cache.get(kind, stream_id) or kind(stream_id)
        with _reached():
            newer = self._recorder.select_events(stream_id, gt=known.version)
        if not newer:
            return known
        aggregate = known.after(self._mapper.open_all(newer))
        self._cache.put(aggregate, read_after=read_after)
        return aggregate

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        if not events:
            raise ValueError("there is nothing to record")
        read_after = self._cache.erasures
        try:
            with _reached():
                recordings = self._history.save(*events, context=context)
        except AnsweredBefore as answered:
            return answered.first
        except IntegrityError:
            self._cache.evict(events[0].originator_id)
            raise ChangedMeanwhile from None
        self._advance(events, read_after)
        return cast("StoredRow", recordings[-1].notification).outcome()

    def append_each(
        self, appends: Sequence[tuple[Sequence[DomainEvent], Context]]
    ) -> list[Recorded | DomainError]:
        if not appends:
            return []
        read_after = self._cache.erasures
        with _reached():
            outcomes = self._history.save_each(appends)
            return [
                self._settled(events, outcome, read_after)
                for (events, _), outcome in zip(appends, outcomes, strict=True)
            ]

    def answered(self, context: Context) -> Recorded | None:
        with _reached():
            answer = self._recorder.answer_to(context.command_id)
        if answer is None:
            return None
        first = answer.given_to(context.actor_id, fingerprint(self._mapper, context))
        if isinstance(first, Exception):
            raise first
        return first

    def standing(self, stream_id: UUID) -> Recorded | None:
        with _reached():
            last = self._recorder.select_events(stream_id, desc=True, limit=1)
        return last[0].outcome() if last else None

    def stream(self, stream_id: UUID, *, until: datetime | None = None) -> list[DomainEvent]:
        with _reached():
            rows = self._recorder.select_events(stream_id)
        return self._mapper.open_all(
            row
            for row in rows
            if until is None or (row.recorded_at is not None and row.recorded_at <= until)
        )

    def whole(self, kind: type[A], stream_id: UUID) -> tuple[A, list[DomainEvent]]:
        read_after = self._cache.erasures
        events = self.stream(stream_id)
        known = self._cache.get(kind, stream_id) or kind(stream_id)
        if not (newer := events[known.version :]):
            return known, events
        aggregate = known.after(newer)
        self._cache.put(aggregate, read_after=read_after)
        return aggregate, events

    def streams(self, stream_ids: Iterable[UUID]) -> dict[UUID, list[DomainEvent]]:
        asked = list(stream_ids)
        with _reached():
            rows = self._recorder.select_streams(asked)
        opened = groupby(self._mapper.open_all(rows), key=lambda event: event.originator_id)
        found = {stream_id: list(events) for stream_id, events in opened}
        return {stream_id: found.get(stream_id, []) for stream_id in asked}

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        with _reached():
            heads = self._recorder.heads(stream_ids)
        return {stream_id: version for stream_id, (version, _) in heads.items()}

    def touched(self, stream_ids: Iterable[UUID], *, after: int) -> set[UUID]:
        with _reached():
            heads = self._recorder.heads(stream_ids)
        return {stream_id for stream_id, (_, position) in heads.items() if position > after}

    def stream_ids(self, *, after: UUID | None = None, limit: int) -> list[UUID]:
        with _reached():
            return self._recorder.stream_ids(after=after, limit=limit)

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        with _reached():
            rows = self._recorder.select_notifications(position, limit, inclusive_of_start=False)
        return self._mapper.open_all(rows)

    def head(self) -> int:
        with _reached():
            return self._recorder.max_notification_id() or 0

    def expire(self) -> None:
        """Drop the aggregates that stayed in clear too long."""
        self._cache.expire()

    def close(self) -> None:
        self._history.close()

    def erase(self, stream_id: UUID) -> None:
        """Drop what is in memory of a stream whose keys were just destroyed."""
        self._mapper.forget(stream_id)
        self._cache.erase(stream_id)

    def _settled(
        self, events: Sequence[DomainEvent], outcome: Recorded | Exception, read_after: int
    ) -> Recorded | DomainError:
        match outcome:
            case Recorded():
                if not outcome.repeated:
                    self._advance(events, read_after)
                return outcome
            case IntegrityError():
                self._cache.evict(events[0].originator_id)
                return ChangedMeanwhile()
            case DomainError():
                return outcome
        raise outcome

    def _advance(self, events: Sequence[DomainEvent], read_after: int) -> None:
        known = self._cache.get(Aggregate, events[0].originator_id)
        if known and known.version + 1 == events[0].originator_version:
            self._cache.put(known.after(events), read_after=read_after)


@contextmanager
def _reached() -> Iterator[None]:
    """Say it in the use cases' words when the database cannot be reached."""
    try:
        yield
    except OperationalError as error:
        raise StoreUnavailable from error

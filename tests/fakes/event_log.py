"""An `EventLog` in memory; the real ones pass the same tests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock
from uuid import UUID

from application.ports import A, Context, Recorded
from application.refusals import CommandReused
from domain.kernel import DomainEvent
from domain.refusals import ChangedMeanwhile, DomainError


class EventLogInMemory:
    """Keeps events in a list; positions count from 1."""

    def __init__(self) -> None:
        self.events: list[DomainEvent] = []
        self.answers: dict[UUID, tuple[Context, Recorded]] = {}
        self.lock = Lock()

    def load(self, kind: type[A], stream_id: UUID) -> A:
        return kind(stream_id).after(self.stream(stream_id))

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        if not events:
            raise ValueError("there is nothing to record")
        with self.lock:
            if first := self.answered(context):
                return first
            stream_id = events[0].originator_id
            if events[0].originator_version != self.heads([stream_id]).get(stream_id, 0) + 1:
                raise ChangedMeanwhile
            recorded_at = datetime.now(UTC)
            for event in events:
                self.events.append(
                    event._replace(
                        position=len(self.events) + 1,
                        recorded_at=recorded_at,
                        actor_id=context.actor_id,
                        organisation_id=context.organisation_id,
                        command_id=context.command_id,
                    )
                )
            outcome = Recorded(
                stream_id, events[-1].originator_version, len(self.events), recorded_at
            )
            self.answers[context.command_id] = (context, outcome)
            return outcome

    def append_each(
        self, appends: Sequence[tuple[Sequence[DomainEvent], Context]]
    ) -> list[Recorded | DomainError]:
        return [self._appended(*append) for append in appends]

    def _appended(self, events: Sequence[DomainEvent], context: Context) -> Recorded | DomainError:
        try:
            return self.append(events, context)
        except (ChangedMeanwhile, CommandReused) as refusal:
            return refusal

    def answered(self, context: Context) -> Recorded | None:
        if context.command_id not in self.answers:
            return None
        first, outcome = self.answers[context.command_id]
        if first != context:
            raise CommandReused
        return replace(outcome, repeated=True)

    def standing(self, stream_id: UUID) -> Recorded | None:
        for event in reversed(self.stream(stream_id)):
            assert event.recorded_at is not None
            return Recorded(stream_id, event.originator_version, event.position, event.recorded_at)
        return None

    def stream(self, stream_id: UUID, *, until: datetime | None = None) -> list[DomainEvent]:
        return [
            event
            for event in self.events
            if event.originator_id == stream_id
            and (until is None or (event.recorded_at is not None and event.recorded_at <= until))
        ]

    def whole(self, kind: type[A], stream_id: UUID) -> tuple[A, list[DomainEvent]]:
        events = self.stream(stream_id)
        return kind(stream_id).after(events), events

    def streams(self, stream_ids: Iterable[UUID]) -> dict[UUID, list[DomainEvent]]:
        return {stream_id: self.stream(stream_id) for stream_id in stream_ids}

    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        return {
            event.originator_id: event.originator_version
            for event in self.events
            if event.originator_id in set(stream_ids)
        }

    def touched(self, stream_ids: Iterable[UUID], *, after: int) -> set[UUID]:
        return {event.originator_id for event in self.events[after:]} & set(stream_ids)

    def stream_ids(self, *, after: UUID | None = None, limit: int) -> list[UUID]:
        known = {event.originator_id for event in self.events}
        return sorted(one for one in known if after is None or one > after)[:limit]

    def after(self, position: int, *, limit: int) -> list[DomainEvent]:
        return self.events[position : position + limit]

    def head(self) -> int:
        return len(self.events)

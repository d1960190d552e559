"""The event sourcing library's application, with our mapper and our recorder in its sockets."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import EventStore, Recording
from eventsourcing.utils import Environment, EnvType

from application.ports import Context, Recorded
from domain.kernel import DomainEvent
from infrastructure.event_store.appends import Append
from infrastructure.event_store.recorder import HistoryRecorder
from infrastructure.sealing.mapper import SealedMapper


class AnsweredBefore(Exception):
    """The command was recorded before: nothing was added."""

    def __init__(self, first: Recorded) -> None:
        super().__init__()
        self.first = first


class SealedEvents(EventStore[UUID]):
    """Seals events with who acts and why, and records them as the outcome of one command."""

    def __init__(self, mapper: SealedMapper, recorder: HistoryRecorder) -> None:
        super().__init__(mapper, recorder)
        self._mapper, self._recorder = mapper, recorder

    def put(
        self, domain_events: Sequence[DomainEventProtocol[UUID]], **kwargs: Any
    ) -> list[Recording[UUID]]:
        """Record events under `context`.

        Raises:
            AnsweredBefore: its command was recorded already.
        """
        events = cast("Sequence[DomainEvent]", domain_events)
        append = self.sealed(events, kwargs["context"])
        recorded = self._recorder.append(append)
        if recorded.repeated:
            raise AnsweredBefore(recorded)
        return [
            Recording(event, row)
            for event, row in zip(domain_events, append.recorded(recorded), strict=True)
        ]

    def sealed(self, events: Sequence[DomainEvent], context: Context) -> Append:
        rows = [self._mapper.seal(event, context) for event in events]
        return Append.of(rows, fingerprint(self._mapper, context))


class History(Application[UUID]):
    """`save(*events, context=...)` is how facts enter; our `EventLog` stands over it."""

    def save(self, *objs: Any, **kwargs: Any) -> list[Recording[UUID]]:
        """Record events of one stream under `context`.

        Nothing here is an aggregate of the library, a snapshot or somebody to notify: asking each
        event which of these it is took 6 µs an event.
        """
        return self.events.put(objs, **kwargs)

    def __init__(self, mapper: SealedMapper, recorder: HistoryRecorder) -> None:
        self._mapper, self._recorder = mapper, recorder
        super().__init__()

    def save_each(
        self, asked: Sequence[tuple[Sequence[DomainEvent], Context]]
    ) -> list[Recorded | Exception]:
        """Record events of several streams, each under its context."""
        store = cast("SealedEvents", self.events)
        return self._recorder.append_each([store.sealed(*one) for one in asked])

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Nothing here is configured by the library's own environment variables."""
        return Environment(name, env or {})

    def construct_mapper(self) -> SealedMapper:
        return self._mapper

    def construct_recorder(self) -> HistoryRecorder:
        return self._recorder

    def construct_event_store(self) -> SealedEvents:
        return SealedEvents(self._mapper, self._recorder)


def fingerprint(mapper: SealedMapper, context: Context) -> bytes:
    """Keyed, of what was asked and under which hat: another request never has the same."""
    hat = context.organisation_id.bytes if context.organisation_id else bytes(16)
    return mapper.fingerprint(hat + context.content)

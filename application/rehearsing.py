"""What a command would record, decided as it would be, and recorded nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from application.network import Network
from application.ports import Context, EventLog, Recorded
from domain.kernel import DomainEvent, Fact
from domain.refusals import DomainError


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A history to read from as it is; what is appended to it is only kept in mind."""

    log: EventLog
    said: list[DomainEvent] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.log, name)

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        del context
        self.said.extend(events)
        last = events[-1]
        recorded_at = last.fact.occurred_at
        return Recorded(last.originator_id, last.originator_version, self.log.head(), recorded_at)

    def append_each(
        self, appends: Sequence[tuple[Sequence[DomainEvent], Context]]
    ) -> list[Recorded | DomainError]:
        return [self.append(events, context) for events, context in appends]

    def answered(self, context: Context) -> None:
        """Nothing was ever rehearsed before."""

    def of(self, network: Network) -> Network:
        """The same network, at rehearsal."""
        return replace(network, log=cast("EventLog", self))  # what is not said above is its log's

    def facts(self, stream_id: object) -> list[Fact]:
        """What would be recorded in one stream."""
        return [event.fact for event in self.said if event.originator_id == stream_id]

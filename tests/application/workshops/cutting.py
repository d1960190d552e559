"""A history that is cut off, or in which something else happens just before an append."""

from collections.abc import Callable, Sequence
from uuid import UUID

from application.ports import Context, Recorded
from application.refusals import StoreUnavailable
from domain.kernel import DomainEvent
from tests.fakes.event_log import EventLogInMemory


class LogCutOff(EventLogInMemory):
    """Takes nothing for a stream while it is cut off."""

    cut_off: UUID | None = None

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        if events and events[0].originator_id == self.cut_off:
            raise StoreUnavailable
        return super().append(events, context)


class LogInterrupted(EventLogInMemory):
    """Has something else happen just before a stream is added to, once."""

    before: tuple[UUID, Callable[[], Recorded]] | None = None

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        if self.before and events[0].originator_id == self.before[0]:
            (_, happens), self.before = self.before, None
            happens()
        return super().append(events, context)

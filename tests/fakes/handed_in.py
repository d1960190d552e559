"""`HandedIn` in memory, beside the rows of the fake; the real one passes the same tests."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from application.reminders.ports import DueState
from application.reminders.reports import Report
from domain.pathway.reminders import Channel
from domain.reminders.due import Due
from tests.fakes.due_rows import DueRowsInMemory


@dataclass
class HandedInInMemory:
    rows: DueRowsInMemory
    names: dict[tuple[Channel, str], tuple[UUID, datetime]] = field(default_factory=dict)

    def note(self, name: str, *, key: UUID, channel: Channel) -> None:
        self.names.setdefault((channel, name), (key, datetime.now(UTC)))

    def key_of(self, report: Report) -> UUID | None:
        noted, _ = self.names.get((report.channel, report.name or ""), (None, None))
        return report.key or noted

    def reminders_in(self, key: UUID) -> list[Due]:
        rows = self.rows.kept.values()
        return [kept.row for kept in rows if key in {kept.letter_id, kept.row.id}]

    def arrived(self, due_id: UUID) -> None:
        kept = self.rows.kept[due_id]
        if kept.look_at is None:
            kept.state, kept.reason = DueState.DELIVERED, None

    def go_on(self, due_id: UUID, *, reason: str) -> bool:
        kept = self.rows.kept[due_id]
        if kept.state is DueState.SENDING:
            return False
        if kept.state is DueState.SENT:
            kept.state, kept.look_at, kept.reason = DueState.WAITING, self.rows.now(), reason
            kept.letter_id, kept.cuts, kept.rests = None, 0, kept.attempts
        return True

    def sweep(self, before: datetime) -> int:
        old = [named for named, (_, at) in self.names.items() if at < before]
        for named in old:
            del self.names[named]
        return len(old)

"""The rows that workers of a process have: their leases go on for as long as they work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock
from uuid import UUID

from application.reminders.ports import DueRows, Taken

MOST_RENEWALS = 60  # after which a worker is given up, whatever it waits for


class RowLost(Exception):
    """The lease ended meanwhile: somebody else may have the row, and says what becomes of it."""


@dataclass(slots=True)
class Held:
    """A paused process renews nothing, and so loses its rows to others."""

    _rows: dict[tuple[UUID, int], tuple[Taken, int]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def during(self, taken: Taken) -> Iterator[None]:
        """Count a row among those whose lease goes on, until the end of the block."""
        mine = taken.due.id, taken.attempt
        with self._lock:
            self._rows[mine] = taken, 0
        try:
            yield
        finally:
            with self._lock:
                del self._rows[mine]

    def renew(self, rows: DueRows, *, lease: timedelta) -> int:
        """Give the rows, and those taken with them, a whole lease again; how many there were."""
        renewed = self._to_renew()
        if renewed:
            rows.renew(renewed, lease=lease)
        return len(renewed)

    def _to_renew(self) -> list[Taken]:
        with self._lock:
            for mine, (taken, times) in self._rows.items():
                self._rows[mine] = taken, times + 1
            going_on = [taken for taken, times in self._rows.values() if times <= MOST_RENEWALS]
        return [one for taken in going_on for one in (taken, *taken.together)]

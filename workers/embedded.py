"""The embedded topology: planner, scheduler and workers are threads of the process that serves."""

from collections.abc import Callable, Sequence
from itertools import count
from queue import PriorityQueue
from threading import Event, Thread
from uuid import UUID

from application.reminders.reminding import Reminding
from workers.reminders import keep_handing_out, keep_leases, keep_planning, sending

FULL = 200  # ids that no worker has taken
FIRST, THEN = 0, 1


class MemoryQueue:
    """Hands ids to the workers of this process."""

    def __init__(self) -> None:
        self._ids: PriorityQueue[tuple[int, int, UUID | None]] = PriorityQueue()
        self._turns = count()

    def room(self, *, urgent: bool = False) -> int:
        return FULL if urgent else max(FULL - self._ids.qsize(), 0)

    def put(self, due_ids: Sequence[UUID], *, urgent: bool = False) -> None:
        for due_id in due_ids:
            self._ids.put((FIRST if urgent else THEN, next(self._turns), due_id))

    def take(self) -> UUID | None:
        """The next id, when there is one; None when there will be no more."""
        *_, due_id = self._ids.get()
        return due_id

    def close(self, workers: int) -> None:
        """Tell each worker, behind what waits, that there will be no more."""
        for _ in range(workers):
            self._ids.put((THEN, next(self._turns), None))


class ReminderThreads:
    """The same code as in separate processes, with a queue in memory."""

    def __init__(self, reminding: Reminding, *, workers: int) -> None:
        self._send = sending(reminding)
        self._queue = MemoryQueue()
        self._stop = Event()
        self._over = Event()  # set once every worker has ended: leases go on until then
        self._workers = workers
        self._leases = Thread(
            target=keep_leases, args=(reminding, self._over), name="leases", daemon=True
        )
        turns: list[Callable[[], None]] = [
            lambda: keep_planning(reminding, self._stop),
            lambda: keep_handing_out(reminding, self._queue, self._stop),
            *[self._work] * workers,
        ]
        self._threads = [Thread(target=turn, name="reminders", daemon=True) for turn in turns]

    def start(self) -> None:
        self._leases.start()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Wait for what has begun; what has not is handed out again at the next start."""
        self._stop.set()
        self._queue.close(self._workers)
        for thread in self._threads:
            thread.join()
        self._over.set()
        self._leases.join()

    def _work(self) -> None:
        while (due_id := self._queue.take()) and not self._stop.is_set():
            self._send(due_id)

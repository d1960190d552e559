"""The embedded topology: planner, scheduler and workers are threads of the process that serves."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Event, Thread
from uuid import UUID

from application.reminders.reminding import Reminding
from workers.reminders import keep_handing_out, keep_planning, sending


class ReminderThreads:
    """The same code as in separate processes, with a queue in memory."""

    def __init__(self, reminding: Reminding, *, workers: int) -> None:
        self._reminding = reminding
        self._queue: SimpleQueue[UUID | None] = SimpleQueue()
        self._stop = Event()
        self._threads = [
            self._thread("planner", lambda: keep_planning(reminding, self._stop)),
            self._thread(
                "scheduler", lambda: keep_handing_out(reminding.rows, self._enqueue, self._stop)
            ),
        ]
        self._workers = [self._thread(f"worker-{n}", self._work) for n in range(workers)]

    def start(self) -> None:
        for thread in (*self._threads, *self._workers):
            thread.start()

    def stop(self) -> None:
        """Wait for what has begun; what has not is handed out again at the next start."""
        self._stop.set()
        for _ in self._workers:
            self._queue.put(None)
        for thread in (*self._threads, *self._workers):
            thread.join()

    def _enqueue(self, due_ids: Sequence[UUID]) -> None:
        for due_id in due_ids:
            self._queue.put(due_id)

    def _work(self) -> None:
        send = sending(self._reminding)
        while (due_id := self._queue.get()) and not self._stop.is_set():
            send(due_id)

    @staticmethod
    def _thread(name: str, target: Callable[[], None]) -> Thread:
        return Thread(target=target, name=f"reminders-{name}", daemon=True)

"""A worker that goes on step by step, when it is told to: a step ends before a call outside."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Semaphore, Thread
from typing import Any
from uuid import UUID

from application.reminders.reminding import Reminding
from application.reminders.send_reminder import send_reminder


class Killed(BaseException):
    """What a worker meets when it is killed: nothing after it runs."""


@dataclass(frozen=True)
class Stepping:
    """A port whose every call is preceded by a step."""

    port: Any
    step: Callable[[str], None]  # told which call comes

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.port, name)
        if not callable(found):
            return found

        def called(*args: Any, **named: Any) -> Any:
            self.step(name)
            return found(*args, **named)

        return called


class StepwiseWorker:
    """One attempt at one row; it holds no lock between two steps."""

    def __init__(self, reminding: Reminding, due_id: UUID) -> None:
        self.over = False
        self.calls: list[str] = []  # begun, the last one perhaps not
        self._dies = False
        self._go, self._there = Semaphore(0), Semaphore(0)
        self._thread = Thread(target=self._work, args=(self._watched(reminding), due_id))
        self._thread.start()

    def goes_on(self, *, steps: int | None = None) -> int:
        """So many steps, or to its end; how many it took."""
        taken = 0
        while not self.over and taken != steps:
            self._go.release()
            self._there.acquire()
            taken += 1
        if self.over:
            self._thread.join()
        return taken

    def dies(self) -> None:
        """Where it stands."""
        self._dies = True
        self.goes_on()

    def _work(self, reminding: Reminding, due_id: UUID) -> None:
        self._go.acquire()
        with suppress(Killed):
            if not self._dies:
                send_reminder(reminding, due_id)
        self.over = True
        self._there.release()

    def _step(self, call: str) -> None:
        self.calls.append(call)
        self._there.release()
        self._go.acquire()
        if self._dies:
            raise Killed

    def _watched(self, reminding: Reminding) -> Reminding:
        log: Any = Stepping(reminding.network.log, self._step)
        rows: Any = Stepping(reminding.rows, self._step)
        traces: Any = Stepping(reminding.traces, self._step)
        postbox: Any = Stepping(reminding.postbox, self._step)
        replies: Any = Stepping(reminding.replies, self._step)
        network = replace(reminding.network, log=log)
        watched = replace(reminding, network=network, rows=rows, traces=traces)
        return replace(watched, postbox=postbox, replies=replies)

"""PostgreSQL stops while reminders are handed out: the scheduler goes on, and nothing is lost."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from application.reminders.ports import DueState
from application.reminders.reminding import Reminding
from tests.faults.reminders.clocks import OneLook
from tests.infrastructure.databases import on_postgres
from tests.servers import Postgres
from tests.workers.house import house, wait_until
from tests.workers.test_redis_lost import failures
from workers.embedded import MemoryQueue
from workers.loops import beside
from workers.reminders import keep_handing_out, keep_planning, sending


class StopsPostgres(MemoryQueue):
    """Before rows are claimed, or once they were and before their ids are handed out."""

    def __init__(self, server: Postgres, *, at: str) -> None:
        super().__init__()
        self._server = server
        self._at = at

    def room(self, *, urgent: bool = False) -> int:
        self._stop("before the claim")
        return super().room(urgent=urgent)

    def put(self, due_ids: Sequence[UUID], *, urgent: bool = False) -> None:
        self._stop("after the claim")
        super().put(due_ids, urgent=urgent)

    def _stop(self, at: str) -> None:
        if at == self._at:
            self._at = "never again"
            self._server.kill()


@contextmanager
def worker(reminding: Reminding, queue: MemoryQueue) -> Iterator[None]:
    """Sends whatever is handed out, until the end of the block."""
    send = sending(reminding)

    def work() -> None:
        while due_id := queue.take():
            send(due_id)

    thread = Thread(target=work, name="worker")
    thread.start()
    try:
        yield
    finally:
        queue.close(1)
        thread.join()


@pytest.mark.parametrize("at", ["before the claim", "after the claim"])
def test_postgres_stopped_during_the_hand_out_loses_nothing(
    mortal: Postgres, tmp_path: Path, at: str
) -> None:
    with on_postgres(mortal, tmp_path) as settings, house(settings) as living:
        living.book(after=10)
        keep_planning(living.reminding, OneLook())
        living.make_due()
        queue = StopsPostgres(mortal, at=at)
        scheduling = partial(keep_handing_out, living.reminding, queue)
        with (
            capture_logs() as logs,
            worker(living.reminding, queue),
            beside(scheduling, name="scheduler"),
        ):
            wait_until(lambda: bool(failures(logs)))
            mortal.start()
            wait_until(lambda: living.counts() == {DueState.SENT: 1})
        assert len(list(living.outbox.letters())) == len(living.sent()) == 1

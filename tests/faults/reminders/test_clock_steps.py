"""A clock that is set wrong, of a process or of the database: none lost, none twice, none early."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from application.reminders.ports import DueState
from application.reminders.reminding import Reminding
from application.reminders.send_reminder import LEASE
from infrastructure.reminders.due_rows import NO_LEASE
from infrastructure.settings import Settings
from tests.faults.reminders.clocks import DatabaseClock, OneLook
from tests.workers.house import House, house
from workers.embedded import MemoryQueue
from workers.reminders import keep_handing_out, keep_planning, sending

STEPS = [timedelta(hours=-1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)]
steps = pytest.mark.parametrize("step", STEPS, ids=str)


@dataclass(frozen=True)
class Clocked:
    """An installation whose clocks can be set."""

    living: House
    database: DatabaseClock

    def process(self, step: timedelta) -> Reminding:
        """What a process is given whose own clock is wrong by so much."""
        reminding = self.living.reminding
        network = replace(reminding.network, clock=lambda: datetime.now(UTC) + step)
        return replace(reminding, network=network)

    def work(self, reminding: Reminding | None = None) -> None:
        """Plan, hand out and send whatever there is, once."""
        reminding, queue = reminding or self.living.reminding, MemoryQueue()
        keep_planning(reminding, OneLook())
        keep_handing_out(reminding, queue, OneLook())
        queue.close(1)
        while due_id := queue.take():
            sending(reminding)(due_id)

    def left(self) -> int:
        return len(list(self.living.outbox.letters()))


@pytest.fixture
def clocked(settings: Settings) -> Iterator[Clocked]:
    with clocked_on(settings) as clocked:
        yield clocked


@contextmanager
def clocked_on(settings: Settings) -> Iterator[Clocked]:
    database = DatabaseClock(settings)
    with database.settable() as settable, house(settable) as living:
        yield Clocked(living, database)


def due(clocked: Clocked) -> None:
    """A reminder that is to leave now."""
    clocked.living.book(after=10)
    keep_planning(clocked.living.reminding, OneLook())
    assert clocked.living.counts() == {DueState.WAITING: 1}
    clocked.living.make_due()


def sent_once(clocked: Clocked) -> bool:
    clocked.work()
    sent = clocked.living.counts() == {DueState.SENT: 1}
    return sent and clocked.left() == len(clocked.living.sent()) == 1


@steps
def test_a_process_whose_clock_is_wrong_leaves_all_to_the_others(
    clocked: Clocked, step: timedelta
) -> None:
    clocked.living.book(after=10)
    clocked.work(clocked.process(step))
    assert clocked.living.counts() == {}  # whoever plans passes over what is past
    clocked.work()
    clocked.living.make_due()
    clocked.work(clocked.process(step))
    assert (clocked.left(), clocked.living.counts()) == (0, {DueState.WAITING: 1})
    assert sent_once(clocked)


@steps
def test_while_the_clock_of_the_database_is_wrong_all_waits(
    clocked: Clocked, step: timedelta
) -> None:
    due(clocked)
    clocked.database.set(step)
    clocked.work()
    assert (clocked.left(), clocked.living.counts()) == (0, {DueState.WAITING: 1})
    clocked.database.set(timedelta(0))
    assert sent_once(clocked)


@steps
@pytest.mark.parametrize("taken", [False, True], ids=["handed out", "taken"])
def test_a_lease_given_by_a_clock_that_is_set_right_ends(
    clocked: Clocked, step: timedelta, taken: bool
) -> None:
    """Handed out or taken in the moment before anybody sees that the clock is wrong; then cut."""
    due(clocked)
    clocked.database.set(step)
    rows = clocked.living.reminding.rows
    (due_id,) = rows.claim(limit=1, lease=LEASE)
    if taken:
        assert rows.take(due_id, lease=LEASE)
    clocked.database.set(timedelta(0))
    if step <= NO_LEASE:  # it ended long ago, or ends within the hour
        clocked.living.let_leases_end()
    assert sent_once(clocked)

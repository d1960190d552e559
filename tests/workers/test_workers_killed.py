"""Workers that are killed, or told to stop, at the worst moment."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from application.reminders.ports import DueState
from infrastructure.settings import Settings
from tests.workers.house import House, house, wait_until
from tests.workers.running import (
    FOR_EVER,
    embedded,
    scheduler,
    started,
    told_to_stop,
    worker,
)

ENTRY = """
from infrastructure.settings import Settings
from workers.composition import {0}
from workers.signals import stopping

{0}(Settings(), stopping())
"""


@contextmanager
def cut_between_sending_and_recording(house: House, role: str) -> Iterator[None]:
    """Start a worker, wait until it has sent, and kill it before it can record."""
    said_in = house.settings.data / "held"
    with worker(house, role, holds=FOR_EVER) as process:
        yield
        wait_until(said_in.exists)
        process.kill()
        process.wait()
    said_in.unlink()
    house.let_leases_end()


def test_killed_twice_the_embedded_process_sends_once(tmp_path: Path) -> None:
    with house(Settings(data=tmp_path)) as living:
        living.book_and_move_there_and_back()
        for _ in range(2):
            with cut_between_sending_and_recording(living, "embedded"):
                assert living.sent() == []
        with embedded(living):
            wait_until(lambda: len(living.sent()) == 1)
            wait_until(lambda: DueState.SENDING not in living.counts())
        assert len(list(living.outbox.letters())) == 1
        assert living.counts()[DueState.SENT] == 1


def test_killed_twice_a_worker_on_redis_sends_once(network: Settings) -> None:
    with house(network) as living:
        living.book_and_move_there_and_back()
        with scheduler(living):
            for _ in range(2):
                with cut_between_sending_and_recording(living, "worker"):
                    assert living.sent() == []
            with worker(living, "worker"):
                wait_until(lambda: len(living.sent()) == 1)
                wait_until(lambda: living.counts().get(DueState.SENT) == 1)
        assert len(list(living.outbox.letters())) == 1


def test_told_to_stop_a_worker_ends_what_it_has_begun(network: Settings) -> None:
    with house(network) as living:
        living.book()
        with scheduler(living), worker(living, "worker", holds=2) as process:
            wait_until((living.settings.data / "held").exists)
            assert told_to_stop(process) == 0
        assert len(living.sent()) == 1
        assert living.counts() == {DueState.SENT: 1}


def test_told_to_stop_the_embedded_process_ends_what_it_has_begun(tmp_path: Path) -> None:
    with house(Settings(data=tmp_path)) as living:
        living.book()
        with worker(living, "embedded", holds=2) as process:
            wait_until((tmp_path / "held").exists)
            assert told_to_stop(process) == 0
        assert len(living.sent()) == 1
        assert living.counts() == {DueState.SENT: 1}


def test_each_process_works_by_itself_until_it_is_told_to_stop(network: Settings) -> None:
    with house(network) as living, ExitStack() as stack:
        processes = [
            stack.enter_context(started(network, "-c", ENTRY.format(name)))
            for name in ("run_scheduler", "run_worker")
        ]
        living.book(after=10)
        wait_until(lambda: set(living.counts()) == {DueState.WAITING})
        living.make_due()
        wait_until(lambda: living.attempts() > 0)
        assert [told_to_stop(process) for process in processes] == [0, 0]

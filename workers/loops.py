"""Do something again and again, until told to stop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Protocol, TypeVar

import structlog

log = structlog.get_logger()

IDLE = 1.0  # seconds between two looks when there was nothing to do
LONGEST_PAUSE = 3.0  # seconds between two looks when they fail
DOUBLINGS = 10  # of the pause between steps that fail, at most


class Runs(Protocol):
    def start(self) -> None: ...
    def stop(self) -> None:
        """Wait for what has begun."""


R = TypeVar("R", bound=Runs)


@contextmanager
def running(threads: R) -> Iterator[R]:
    """Let threads of this process run until the end of the block."""
    threads.start()
    try:
        yield threads
    finally:
        threads.stop()


@contextmanager
def beside(work: Callable[[Event], object], *, name: str) -> Iterator[None]:
    """Have a thread of this process do this until the end of the block; it is told to stop."""
    stop = Event()
    thread = Thread(target=work, args=(stop,), name=name)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def repeat(step: Callable[[], bool], stop: Event, *, name: str, idle: float = IDLE) -> None:
    """Take a step at once after one that found work, and after `idle` seconds after another.

    Steps that fail in a row are taken more and more seldom: whatever was down may be up again.
    """
    failures = 0
    while not stop.is_set():
        try:
            found_work = step()
        except Exception as error:  # noqa: BLE001 (a loop outlives whatever one step meets)
            failures += 1
            log.warning("worker.step_failed", worker=name, error=type(error).__name__)
            longer = idle * 2 ** min(failures, DOUBLINGS)
            stop.wait(max(idle, min(longer, LONGEST_PAUSE)))
            continue
        if failures:
            log.warning("worker.step_works_again", worker=name, failures=failures)
            failures = 0
        if not found_work:
            stop.wait(idle)

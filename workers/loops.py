"""Do something again and again, until told to stop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Protocol, TypeVar

import structlog

log = structlog.get_logger()

IDLE = 1.0  # seconds between two looks when there was nothing to do


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

    A step that fails found no work: whatever was down may be up at the next look.
    """
    while not stop.is_set():
        if not _found_work(step, name):
            stop.wait(idle)


def _found_work(step: Callable[[], bool], name: str) -> bool:
    try:
        return step()
    except Exception as error:  # noqa: BLE001 (a loop outlives whatever one step meets)
        log.warning("worker.step_failed", worker=name, error=type(error).__name__)
        return False

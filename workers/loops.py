"""Do something again and again, until told to stop."""

from collections.abc import Callable
from threading import Event

import structlog

log = structlog.get_logger()

IDLE = 1.0  # seconds between two looks when there was nothing to do


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

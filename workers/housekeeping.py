"""When erasures are brought to their end, and when daily chores are done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Thread

import structlog

from application.erasures.erasing import Erasing
from application.erasures.resume_erasures import resume_erasures
from workers.loops import repeat

log = structlog.get_logger()

EVERY = 30.0  # seconds between two looks at what is to be done


@dataclass(frozen=True, slots=True)
class Housekeeping:
    erasing: Erasing
    chores: Mapping[str, Callable[[], int]]  # by name; each says how much it did
    take: Callable[[str], bool]  # whether a chore is this process's, today
    errands: Mapping[str, Callable[[], int]] = field(default_factory=dict)  # of each look


def keep_house(keeping: Housekeeping, stop: Event) -> None:
    """Do what is to be done; several may run."""
    repeat(lambda: _do_chores(keeping), stop, name="housekeeping", idle=EVERY)


def _do_chores(keeping: Housekeeping) -> bool:
    for name, chore in keeping.chores.items():
        if keeping.take(name):
            log.info("housekeeping.done", chore=name, count=chore())
    for name, errand in keeping.errands.items():
        if done := errand():
            log.info("housekeeping.done", errand=name, count=done)
    moved = resume_erasures(keeping.erasing)
    for erasure in moved:
        log.info("erasure.moved", erasure_id=str(erasure.id), state=erasure.state)
    return bool(moved)


@dataclass(slots=True)
class HousekeepingThread:
    """The same, in a thread of the process that serves or schedules."""

    keeping: Housekeeping
    stopped: Event = field(default_factory=Event)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(
            target=lambda: keep_house(self.keeping, self.stopped), name="housekeeping", daemon=True
        )

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """Wait for what has begun."""
        self.stopped.set()
        self.thread.join()

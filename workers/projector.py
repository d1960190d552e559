"""Follows the history into the views until told to stop, soon after each event."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

import structlog

from application.views.ports import Progress, Projects, Remakes, Unparks
from application.views.view import VIEWS

log = structlog.get_logger()

SHORTEST = 0.025  # seconds between two looks when there is nothing to do
LONGEST = 0.05  # seconds, when there has been nothing for a while
SLOWER = 1.02  # how much longer each look waits after another that found nothing
STANDBY = 1.0  # seconds before one that another projector overtook, or that failed, tries again


@dataclass(frozen=True, slots=True)
class Keeping:
    """What keeping views takes."""

    projects: Projects
    remakes: Remakes
    unparks: Unparks


class Stopped(Exception):
    """Told to stop in the middle of a rebuild, which goes on at the next start."""


def follow(keeping: Keeping, stop: Event, woken: Event) -> None:
    """Bring the views up to the history, then keep them there.

    Views that another version made are made again beside, while the others are kept up to date.
    """
    _try_to(lambda: _catch_up(keeping, stop))
    renewing = Thread(target=lambda: _try_to(lambda: _renew(keeping, stop)), name="views-renewal")
    renewing.start()
    keep_projecting(keeping.projects, stop, woken)
    renewing.join()


def keep_projecting(projects: Projects, stop: Event, woken: Event) -> None:
    """Project at once what comes; `woken` cuts a wait short.

    Several may run: the first goes on, the others stand by and take over when it stops.
    """
    pause = SHORTEST
    while not stop.is_set():
        pause = _after_a_step(projects, pause)
        if pause and woken.wait(pause) and not stop.is_set():
            woken.clear()
            pause = SHORTEST


@dataclass(slots=True)
class ProjectorThread:
    """The embedded topology: a thread of the process that serves."""

    keeping: Keeping
    stopped: Event = field(default_factory=Event)
    woken: Event = field(default_factory=Event)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(
            target=lambda: follow(self.keeping, self.stopped, self.woken),
            name="projector",
            daemon=True,
        )

    def start(self) -> None:
        self.thread.start()

    def wake(self) -> None:
        """Look now: something was just recorded."""
        self.woken.set()

    def stop(self) -> None:
        """Wait for the batch that has begun."""
        self.stopped.set()
        self.woken.set()
        self.thread.join()


def _catch_up(keeping: Keeping, stop: Event) -> None:
    if keeping.remakes.is_far_behind():
        log.info("views.rebuild_begins")
        keeping.remakes.rebuild(VIEWS, _stoppable(stop))


def _renew(keeping: Keeping, stop: Event) -> None:
    keeping.unparks.retry()
    if views := keeping.remakes.outdated():
        log.info("views.renewal_begins", views=sorted(views))
        keeping.remakes.rebuild(views, _stoppable(stop))


def _stoppable(stop: Event) -> Progress:
    def progress(done: int, total: int) -> None:
        log.info("views.rebuilding", events=done, of=total)
        if stop.is_set():
            raise Stopped

    return progress


def _try_to(remake: Callable[[], None]) -> None:
    """What fails here is tried again at the next start; the projection goes on without."""
    try:
        remake()
    except Exception as error:  # noqa: BLE001 (the projector outlives it)
        log.warning("views.remake_failed", error=type(error).__name__)


def _after_a_step(projects: Projects, pause: float) -> float:
    """Take a step; how many seconds to wait for the next."""
    try:
        step = projects.step()
    except Exception as error:  # noqa: BLE001 (a loop outlives whatever one step meets)
        log.warning("projector.step_failed", error=type(error).__name__)
        return STANDBY
    for stream_id in step.parked:
        log.error("projector.stream_parked", stream_id=str(stream_id))
    if step.overtaken:
        return STANDBY
    return 0 if step.events else min(max(pause, SHORTEST) * SLOWER, LONGEST)

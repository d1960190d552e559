"""Follows the history into the views until told to stop, soon after each event."""

from dataclasses import dataclass, field
from threading import Event, Thread

import structlog

from application.views.ports import Projects

log = structlog.get_logger()

SHORTEST = 0.025  # seconds between two looks when there is nothing to do
LONGEST = 0.05  # seconds, when there has been nothing for a while
SLOWER = 1.02  # how much longer each look waits after another that found nothing
STANDBY = 1.0  # seconds before one that another projector overtook, or that failed, tries again


def keep_projecting(projects: Projects, stop: Event, woken: Event) -> None:
    """Project at once what comes; `woken` cuts a wait short.

    Several may run: the first goes on, the others stand by and take over when it stops.
    """
    pause = SHORTEST
    while not stop.is_set():
        pause = _after_a_step(projects, pause)
        if pause and woken.wait(pause):
            woken.clear()
            pause = SHORTEST


@dataclass(slots=True)
class ProjectorThread:
    """The embedded topology: a thread of the process that serves."""

    projects: Projects
    stopped: Event = field(default_factory=Event)
    woken: Event = field(default_factory=Event)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(
            target=lambda: keep_projecting(self.projects, self.stopped, self.woken),
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

"""When what comes due by itself is looked for; what that is, is not said here."""

from threading import Event

import structlog

from application.clocks.clocks import Clocks
from application.clocks.run_clocks import run_clocks
from application.clocks.watch_pathways import watch_pathways
from workers.loops import repeat

log = structlog.get_logger()

EVERY = 5.0  # seconds between two looks


def keep_clocks(clocks: Clocks, stop: Event) -> None:
    """Follow the history and act; several processes may."""
    repeat(lambda: _turn(clocks, stop), stop, name="clocks", idle=EVERY)


def _turn(clocks: Clocks, stop: Event) -> bool:
    if watch_pathways(clocks):
        return True
    for acted in run_clocks(clocks):
        log.info(
            "clock.acted",
            pathway_id=str(acted.pathway_id),
            clock=acted.clock,
            refused=acted.refused,
        )
        if stop.is_set():
            break
    return False

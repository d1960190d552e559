"""`cordee worker`, `scheduler`, `projector`: the processes of the network topology."""

from api.cli.presenting import say
from api.cli.settings import Data, settings_from
from api.composition import served_metrics
from workers.composition import run_projector, run_scheduler, run_worker
from workers.signals import stopping


def worker(*, data: Data = None) -> None:
    """Send reminders that are due, as Redis hands them out; run as many as needed."""
    stop = stopping()
    settings = settings_from(data)
    with served_metrics(settings):
        say("This worker waits for reminders (Ctrl-C ends it).")
        run_worker(settings, stop)


def scheduler(*, data: Data = None) -> None:
    """Plan reminders from the history and hand out what is due; several may run."""
    stop = stopping()
    settings = settings_from(data)
    with served_metrics(settings):
        say("This scheduler plans reminders and hands them out (Ctrl-C ends it).")
        run_scheduler(settings, stop)


def projector(*, data: Data = None) -> None:
    """Keep the views up to date with the history; a second one stands by."""
    stop = stopping()
    settings = settings_from(data)
    with served_metrics(settings):
        say("This projector follows the history (Ctrl-C ends it).")
        run_projector(settings, stop)

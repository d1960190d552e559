"""Told to stop, a process ends what it has begun and begins nothing more."""

import signal
from threading import Event


def stopping() -> Event:
    """Set by SIGTERM or by Ctrl-C, from the main thread's handlers."""
    stop = Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    return stop

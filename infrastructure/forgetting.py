"""Drop what stayed in clear in memory too long, also in a process that nobody calls."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

EVERY = 60.0  # seconds


@contextmanager
def forgetting(*expire: Callable[[], None], every: float = EVERY) -> Iterator[None]:
    """Call these now and then, until the end of the block."""
    done = Event()

    def run() -> None:
        while not done.wait(every):
            for call in expire:
                call()

    thread = Thread(target=run, name="cordee-forgetting", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()

"""When what is no longer of use is dropped; what that is, is not said here."""

from collections.abc import Callable
from threading import Event

from workers.loops import repeat

EVERY = 3_600.0  # seconds


def keep_tidying(tidy: Callable[[], None], stop: Event) -> None:
    def step() -> bool:
        tidy()
        return False

    repeat(step, stop, name="tidying", idle=EVERY)

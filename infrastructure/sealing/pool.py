"""Keys made and committed ahead, so that no append waits for a second commit."""

import os
from collections.abc import Callable
from threading import Lock, Thread
from time import time

import structlog

from application.refusals import StoreUnavailable
from infrastructure.sealing.sealing_key import SealingKey

BATCH = 256  # keys made in one commit
LOW = 64  # keys left when the next batch is made in the background
USABLE = 24 * 3600  # seconds; much less than what the sweep waits for

log = structlog.get_logger()


class Pool:
    """Each key is given once, by the process that made it; a key never given is swept later."""

    def __init__(
        self, make: Callable[[int], list[SealingKey]], *, clock: Callable[[], float] = time
    ) -> None:
        self._make = make
        self._clock = clock
        self._ready: list[SealingKey] = []
        self._stale_at = 0.0
        self._process = os.getpid()
        self._lock = Lock()
        self._refill: Thread | None = None

    def claim(self) -> SealingKey:
        """A committed key that nothing names yet.

        Raises:
            StoreUnavailable: none is left and none can be made.
        """
        with self._lock:
            if self._clock() > self._stale_at or os.getpid() != self._process:
                self._ready.clear()  # a fork would give its parent's keys again
                self._process = os.getpid()
            if not self._ready:
                self._add(self._make(BATCH))
            if len(self._ready) <= LOW:
                self._refill_in_background()
            return self._ready.pop()

    def close(self) -> None:
        """Wait for a batch under way."""
        if self._refill:
            self._refill.join()

    def _add(self, made: list[SealingKey]) -> None:
        self._stale_at = self._clock() + USABLE if not self._ready else self._stale_at
        self._ready[:0] = made  # given last, so that the older ones go first

    def _refill_in_background(self) -> None:
        if self._refill is None or not self._refill.is_alive():
            self._refill = Thread(target=self._top_up, name="cordee-keys", daemon=True)
            self._refill.start()

    def _top_up(self) -> None:
        try:
            made = self._make(BATCH)
        except StoreUnavailable:
            log.warning("keys.not_made_ahead")
            return
        with self._lock:
            self._add(made)

"""At most so many letters a second: a bucket of tokens, shared by the threads of a process."""

from collections.abc import Callable
from threading import Lock
from time import monotonic


class Rate:
    """`burst` letters may go at once after a silence; `a_second` of 0 sets no limit."""

    def __init__(
        self, a_second: float, *, burst: int = 1, clock: Callable[[], float] = monotonic
    ) -> None:
        self._each = 1 / a_second if a_second else 0.0  # seconds
        self._ahead = burst * self._each
        self._clock = clock
        self._next = clock() - self._ahead
        self._lock = Lock()

    def turn(self, *, within: float) -> float:
        """In how many seconds a letter may go; a turn further off than `within` is not taken."""
        with self._lock:
            now = self._clock()
            turn = max(self._next, now - self._ahead) + self._each
            wait = max(turn - now, 0.0)
            if wait <= within:
                self._next = turn
            return wait

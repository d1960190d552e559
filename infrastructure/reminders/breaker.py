"""A gateway that fails in a row is left alone for a while, then tried with one letter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from time import monotonic

MOST_FAILURES = 5  # in a row
SHORTEST_REST, LONGEST_REST = 30.0, 300.0  # seconds; each twice the one before
TRIAL = 10.0  # seconds that others wait for the one letter


class BreakerState(StrEnum):
    CLOSED = "closed"  # letters go through
    OPEN = "open"  # none does
    HALF_OPEN = "half_open"  # one is on its way, and decides


Tell = Callable[[BreakerState], None]


def tell_nobody(_: BreakerState) -> None:
    """For who does not need to know."""


@dataclass(slots=True)
class Breaker:
    """Shared by the threads of a process; `clock` counts seconds and is never set back."""

    tell: Tell = tell_nobody
    clock: Callable[[], float] = monotonic
    state: BreakerState = BreakerState.CLOSED
    _failures: int = 0
    _rest: float = SHORTEST_REST
    _until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def left(self) -> float:
        """For how many seconds nothing goes through; 0 when something may."""
        with self._lock:
            return self._left()

    def admit(self) -> float:
        """As `left`; who is told 0 hands a letter in, then says how it went."""
        with self._lock:
            left = self._left()
            if not left and self.state is not BreakerState.CLOSED:
                self._until = self.clock() + TRIAL
                self._become(BreakerState.HALF_OPEN)
            return left

    def succeeded(self) -> None:
        """The gateway answered, whatever it said of the letter."""
        with self._lock:
            self._failures, self._rest, self._until = 0, SHORTEST_REST, 0.0
            self._become(BreakerState.CLOSED)

    def failed(self) -> None:
        """The gateway itself did not do its work."""
        with self._lock:
            self._failures += 1
            if self.state is BreakerState.HALF_OPEN:
                self._open(min(self._rest * 2, LONGEST_REST))
            elif self.state is BreakerState.CLOSED and self._failures >= MOST_FAILURES:
                self._open(SHORTEST_REST)

    def _left(self) -> float:
        return max(self._until - self.clock(), 0.0)

    def _open(self, rest: float) -> None:
        self._rest, self._until = rest, self.clock() + rest
        self._become(BreakerState.OPEN)

    def _become(self, state: BreakerState) -> None:
        if state is not self.state:
            self.state = state
            self.tell(state)

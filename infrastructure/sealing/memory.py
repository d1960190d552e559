"""A bounded memory that forgets by itself."""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Holds at most `size` values, none for longer than `seconds`.

    Values stand in two generations; when the young one is full or half the time has passed, the
    old one is dropped and the young one grows old. Safe to use from several threads.
    """

    def __init__(
        self, *, size: int, seconds: float, clock: Callable[[], float] = monotonic
    ) -> None:
        self._clock = clock
        self._half_size, self._half_life = size // 2, seconds / 2
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}
        self._turns_at = clock() + self._half_life

    def get(self, key: K) -> V | None:
        self.expire()
        return self._young.get(key) or self._old.get(key)

    def put(self, key: K, value: V) -> None:
        if self._clock() > self._turns_at or len(self._young) >= self._half_size:
            self._turn()
        self._young[key] = value

    def forget(self, key: K) -> None:
        self._young.pop(key, None)
        self._old.pop(key, None)

    def expire(self) -> None:
        """Drop what is too old; to be called now and then where nobody comes by."""
        if self._clock() > self._turns_at:
            self._turn()

    def _turn(self) -> None:
        now = self._clock()
        stale = now > self._turns_at + self._half_life  # nobody came by for a whole life
        self._old, self._young = ({} if stale else self._young), {}
        self._turns_at = (now if stale else min(now, self._turns_at)) + self._half_life

"""Group commit without a timer: an idle caller commits itself, a busy commit gathers the next."""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from eventsourcing.persistence import OperationalError

T = TypeVar("T")
R = TypeVar("R")

MOST = 32  # items in one commit


class CommitFailed(OperationalError):
    """The commit that carried this item ended without saying what became of it."""


class _Seat(Generic[T, R]):
    """A caller's place in the queue; its lock is held until somebody calls."""

    __slots__ = ("called", "item", "leads", "outcome")

    def __init__(self, item: T) -> None:
        self.item = item
        self.outcome: R | Exception | None = None
        self.leads = False
        self.called = Lock()
        self.called.acquire()


class Committer(Generic[T, R]):
    """Hands items to `commit`, one call at a time, each with what gathered during the last.

    `commit` answers for each item, in order, with its result or with the exception that its
    caller, and no other, will get.
    """

    def __init__(
        self, commit: Callable[[Sequence[T]], Sequence[R | Exception]], *, most: int = MOST
    ) -> None:
        self._commit = commit
        self._most = most
        self._lock = Lock()
        self._busy = False
        self._queue: deque[_Seat[T, R]] = deque()

    def submit(self, item: T) -> R:
        """Commit an item, alone or with others; blocks until it is durable or refused.

        Raises:
            CommitFailed: the commit broke down; whether the item is stored is unknown.
        """
        seat = _Seat[T, R](item)
        self._queued([seat])
        self._served(seat)
        if isinstance(seat.outcome, Exception):
            raise seat.outcome
        assert seat.outcome is not None  # noqa: S101 (narrows the type)
        return seat.outcome

    def submit_each(self, items: Sequence[T]) -> list[R | Exception]:
        """Commit several items, together where they may be; each has its outcome or exception."""
        seats = [_Seat[T, R](item) for item in items]
        self._queued(seats)
        for served, seat in enumerate(seats, start=1):
            try:
                self._served(seat)
            except BaseException:  # nobody is left to lead for those after it
                self._leave(seats[served:])
                raise
        return [CommitFailed() if seat.outcome is None else seat.outcome for seat in seats]

    def _queued(self, seats: Sequence[_Seat[T, R]]) -> None:
        with self._lock:
            for seat in seats:
                seat.leads = not self._busy
                self._busy = True
                if not seat.leads:
                    self._queue.append(seat)

    def _served(self, seat: _Seat[T, R]) -> None:
        if not seat.leads:
            self._wait(seat)
        if seat.leads:
            self._lead(seat)

    def _leave(self, seats: Sequence[_Seat[T, R]]) -> None:
        with self._lock:
            for seat in seats:
                if seat in self._queue:
                    self._queue.remove(seat)
            leads = any(seat.leads for seat in seats)
        if leads:
            self._call_next()

    def _wait(self, seat: _Seat[T, R]) -> None:
        try:
            seat.called.acquire()
        except BaseException:  # an interrupted caller never keeps the others waiting
            with self._lock:
                if seat in self._queue:
                    self._queue.remove(seat)
            if seat.leads:
                self._call_next()
            raise

    def _lead(self, seat: _Seat[T, R]) -> None:
        with self._lock:
            others = [self._queue.popleft() for _ in range(min(len(self._queue), self._most - 1))]
        seats = [seat, *others]
        try:
            outcomes = self._commit([each.item for each in seats])
            for each, outcome in zip(seats, outcomes, strict=True):
                each.outcome = outcome
        except Exception as broken:  # noqa: BLE001 (each caller gets one of its own)
            for each in seats:
                each.outcome = CommitFailed()
                each.outcome.__cause__ = broken
        finally:
            self._call_next()
            for each in others:
                each.outcome = each.outcome or CommitFailed()
                each.called.release()

    def _call_next(self) -> None:
        with self._lock:
            following = self._queue.popleft() if self._queue else None
            self._busy = following is not None
            if following:
                following.leads = True
        if following:
            following.called.release()

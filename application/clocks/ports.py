"""What clocks need from outside: which pathways to look at, and when."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol
from uuid import UUID


class Look(NamedTuple):
    """A pathway that one process looks at until its lease ends."""

    pathway_id: UUID
    until: datetime


class Watches(Protocol):
    """One row a pathway on which something may come due.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def followed_up_to(self) -> int:
        """The position of the history up to which pathways to watch were found."""

    def watch(
        self, pathway_ids: Iterable[UUID], *, at: datetime, read_from: int, read_to: int
    ) -> bool:
        """Look at these then, and say how far the history was read.

        False, and nothing done, when another process has read on from `read_from` meanwhile.
        """

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> list[Look]:
        """Some of those to look at by now; nobody else gets them before the lease ends."""

    def put_back(self, look: Look, *, at: datetime | None) -> bool:
        """When to look again; None: no more. False when it was taken or asked for meanwhile."""

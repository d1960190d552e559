"""How long traces of looks are kept: apart from the history, as long as the network says."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import NamedTuple, Protocol
from uuid import UUID

from application.traces.trace import Trace
from domain.dates import plus_months

AT_ONCE = 5_000  # traces forgotten in one transaction


class Kept(NamedTuple):
    """A trace and its number in the store."""

    id: int
    trace: Trace


class KeptTraces(Protocol):
    """The traces of the whole network, to verify and to forget.

    Raises:
        StoreUnavailable: they cannot be reached; what was done stays done.
    """

    def page(
        self,
        start: datetime,
        end: datetime,
        *,
        after: Kept | None,
        limit: int,
        pathway_id: UUID | None = None,
    ) -> Sequence[Kept]:
        """The next traces of an interval (its end excluded), in the order of their instants.

        Of one pathway, where it is named.
        """

    def count(self, start: datetime, end: datetime) -> int:
        """How many there are in an interval."""

    def forget(self, before: datetime, *, limit: int) -> int:
        """Delete some of those of before; how many."""


def kept_from(now: datetime, *, months: int) -> datetime:
    """Since when traces are kept: the first instant of that day, months ago (UTC)."""
    return datetime.combine(plus_months(now.astimezone(UTC).date(), -months), time(), UTC)


def forget_old_traces(traces: KeptTraces, *, now: datetime, months: int) -> int:
    """Delete the traces that are no longer kept; safe to cut and to repeat.

    Source: CNIL, recommendation on logging (2021): six months to a year, three years at most.
    """
    before, forgotten = kept_from(now, months=months), 0
    while some := traces.forget(before, limit=AT_ONCE):
        forgotten += some
    return forgotten

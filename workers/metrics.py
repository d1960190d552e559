"""What operators count of reminders: outcomes only, never of whom."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from math import nan

import structlog
from prometheus_client import Counter, Gauge, Histogram

from application.refusals import StoreUnavailable
from application.reminders.ports import UNSETTLED, DueRows, DueState, Taken
from domain.pathway.reminders import Channel

log = structlog.get_logger()

OUTCOMES = Counter("cordee_reminders", "Attempts at reminders, by what became of them", ["outcome"])
FAILURES = Counter("cordee_reminder_attempts_cut", "Attempts at reminders that an error cut")
ROWS = Counter("cordee_due_rows", "Due rows that a worker let go of, by how", ["rule", "state"])
LATENESS = Histogram(
    "cordee_reminder_lateness_seconds",
    "From the moment of a reminder to its first attempt",
    buckets=(0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 600, 3_600),
)
LETTERS = Counter("cordee_letters", "Letters handed in, by what was said", ["channel", "answer"])
GATEWAY = Gauge("cordee_gateway_open", "1 while a channel's gateway is left alone", ["channel"])
LATE = Gauge("cordee_reminders_late", "Due rows whose moment has come and that nobody took")
OLDEST = Gauge("cordee_reminders_oldest_late_seconds", "Since when the oldest of these is late")
KEPT = Gauge("cordee_reminders_kept", "Due rows that wait, or are to be settled", ["state"])
WATCHED = frozenset({DueState.WAITING, *UNSETTLED})
NOW = timedelta(0)


def count(state: DueState) -> None:
    OUTCOMES.labels(outcome=state).inc()


def count_row(taken: Taken, state: DueState) -> None:
    """A worker let go of a row; how late it was is told of its first attempt only."""
    ROWS.labels(rule=taken.due.rule_id, state=state).inc()
    if taken.attempt == 1:
        LATENESS.observe(max((taken.now - taken.due.due_at).total_seconds(), 0))


def count_letter(channel: Channel, answer: str) -> None:
    LETTERS.labels(channel=channel, answer=answer).inc()


def watch_rows(rows: DueRows) -> None:
    """Read these when somebody asks for the metrics; out of reach, they are not a number."""
    LATE.set_function(partial(_if_reached, rows.late))
    OLDEST.set_function(partial(_if_reached, partial(_oldest, rows)))
    for state in WATCHED:
        KEPT.labels(state=state).set_function(partial(_if_reached, partial(_kept, rows, state)))


def tell_gateway(channel: Channel, state: str) -> None:
    """`state` is that of the channel's breaker: closed, open or half_open."""
    GATEWAY.labels(channel=channel).set(state != "closed")
    log.warning("gateway.changed", channel=channel, state=state)


def _oldest(rows: DueRows) -> float:
    return rows.troubles(within=NOW).oldest_late.total_seconds()


def _kept(rows: DueRows, state: DueState) -> int:
    return rows.counts()[state]


def _if_reached(read: Callable[[], float]) -> float:
    try:
        return read()
    except StoreUnavailable:
        return nan

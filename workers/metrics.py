"""What operators count of reminders: outcomes only, never of whom."""

import structlog
from prometheus_client import Counter, Gauge

from application.reminders.ports import DueState
from domain.pathway.reminders import Channel

log = structlog.get_logger()

OUTCOMES = Counter("cordee_reminders", "Attempts at reminders, by what became of them", ["outcome"])
FAILURES = Counter("cordee_reminder_attempts_cut", "Attempts at reminders that an error cut")
GATEWAY = Gauge("cordee_gateway_open", "1 while a channel's gateway is left alone", ["channel"])


def count(state: DueState) -> None:
    OUTCOMES.labels(outcome=state).inc()


def tell_gateway(channel: Channel, state: str) -> None:
    """`state` is that of the channel's breaker: closed, open or half_open."""
    GATEWAY.labels(channel=channel).set(state != "closed")
    log.warning("gateway.changed", channel=channel, state=state)

"""What operators count of reminders: outcomes only, never of whom."""

from prometheus_client import Counter

from application.reminders.ports import DueState

OUTCOMES = Counter("cordee_reminders", "Attempts at reminders, by what became of them", ["outcome"])
FAILURES = Counter("cordee_reminder_attempts_cut", "Attempts at reminders that an error cut")


def count(state: DueState) -> None:
    OUTCOMES.labels(outcome=state).inc()

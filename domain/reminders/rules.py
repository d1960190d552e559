"""Reminder rules: data with a version, a source and a date, read from a rule pack."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.reminders.hours import AllowedHours
from domain.text import Code, Label


class Trigger(StrEnum):
    """What a reminder speaks of."""

    APPOINTMENT = "appointment"


class MessageType(StrEnum):
    """What to do with a message of which nobody can tell whether it left."""

    AT_LEAST_ONCE = "at_least_once"  # send it again
    AT_MOST_ONCE = "at_most_once"  # leave it, and show it to a human as uncertain


class ReminderRule(Value):
    """When something is recalled to somebody."""

    id: Code
    on: Trigger
    days_before: Annotated[int, Field(ge=0, le=60)]
    at: time  # wall time, in the zone of what is recalled
    message_type: MessageType
    template: Code


class ReminderPack(Value):
    """The rules a network works under, with where they come from."""

    version: Code
    source: Label
    read_on: date
    verified: bool
    hours: AllowedHours
    rules: tuple[ReminderRule, ...]

    def on(self, trigger: Trigger) -> list[ReminderRule]:
        return [rule for rule in self.rules if rule.on is trigger]

    def rule(self, rule_id: str) -> ReminderRule | None:
        """The rule of this id; None when the pack no longer has it."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

"""Reminder rules: data with a version, a source and a date, read from a rule pack."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.kernel import Value
from domain.pathway.reminders import Channel
from domain.reminders.hours import AllowedHours
from domain.reminders.respect import Respect
from domain.reminders.spans import Span
from domain.reminders.triggers import Trigger
from domain.text import Code, Label


class Audience(StrEnum):
    """Who is told."""

    PERSON = "person"
    REFERENT = "referent"  # or the member who is to do it, where one is named
    RECEIVER = "receiver"  # the organisation that something was asked of
    SENDER = "sender"  # the organisation that asked
    COORDINATOR = "coordinator"


class Anchor(StrEnum):
    """From which moment of what is recalled days are counted."""

    START = "start"
    CHASE = "chase"  # when what awaits an answer is chased
    END = "end"  # the last moment at which a reminder is of use


class Condition(StrEnum):
    """What must be true of what is recalled, else this rule says nothing."""

    TRANSPORT_ARRANGED = "transport_arranged"
    AWAITED = "awaited"  # an answer may still come
    EXPIRED = "expired"  # none came in time


class MessageType(StrEnum):
    """What to do with a message of which nobody can tell whether it left."""

    AT_LEAST_ONCE = "at_least_once"  # send it again
    AT_MOST_ONCE = "at_most_once"  # leave it, and show it to a human as uncertain


class ReminderRule(Value):
    """When something is recalled to somebody; on the day itself, where no span is said."""

    id: Code
    on: Trigger
    to: Audience = Audience.PERSON
    counted_from: Anchor = Anchor.START
    before: Span | None = None
    after: Span | None = None
    at: time  # wall time, in the zone of what is recalled
    only_with: Condition | None = None
    channels: tuple[Channel, ...] = (Channel.TEXT, Channel.EMAIL)  # to the person; first the best
    message_type: MessageType
    template: Code | Literal[""] = ""  # of what is said to the person; members are told in an inbox
    urgent: bool = False  # leaves before what is not
    enabled: bool = True

    @model_validator(mode="after")
    def _lies_on_one_side(self) -> Self:
        if self.before and self.after:
            raise ValueError("a reminder comes before what it recalls, or after it")
        return self

    @model_validator(mode="after")
    def _says_something_to_the_person_only(self) -> Self:
        if bool(self.template) != (self.to is Audience.PERSON):
            raise ValueError("a rule names a template where it is to the person, and only there")
        return self


class ReminderPack(Value):
    """The rules a network works under, with where they come from."""

    version: Code
    source: Label
    read_on: date
    verified: bool
    hours: AllowedHours
    respect: Respect = Respect()
    rules: Annotated[tuple[ReminderRule, ...], Field(max_length=200)]

    @model_validator(mode="after")
    def _names_each_rule_once(self) -> Self:
        if len({rule.id for rule in self.rules}) < len(self.rules):
            raise ValueError("each rule has an id of its own")
        return self

    def on(self, trigger: Trigger) -> list[ReminderRule]:
        return [rule for rule in self.rules if rule.on is trigger and rule.enabled]

    def rule(self, rule_id: str) -> ReminderRule | None:
        """The rule of this id; None when the pack no longer has it, or it is switched off."""
        return next((rule for rule in self.rules if rule.id == rule_id and rule.enabled), None)

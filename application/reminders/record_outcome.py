"""Record on the pathway what became of a reminder, once, whoever says it and however often."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Self
from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.opening import PathwayNotOpened
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    Channel,
    Reminder,
    ReminderAlreadyRecorded,
    SuppressionReason,
)
from domain.reminders.due import Due
from domain.reminders.rules import Trigger

Telling = Callable[[Pathway, Reminder], Fact]


class RecordOutcome(Command):
    """One a reminder: of two outcomes told at once, the first stands."""

    due_id: UUID

    @classmethod
    def of(cls, due: Due) -> Self:
        return cls(command_id=uuid5(due.id, "outcome"), due_id=due.id)


def record_sent(network: Network, due: Due, *, channel: Channel, at: datetime) -> None:
    _record(
        network,
        due,
        lambda pathway, reminder: pathway.reminders.record_sent(
            reminder=reminder, channel=channel, at=at
        ),
    )


def record_suppressed(
    network: Network, due: Due, *, reason: SuppressionReason, at: datetime
) -> None:
    _record(
        network,
        due,
        lambda pathway, reminder: pathway.reminders.record_suppressed(
            reminder=reminder, reason=reason, at=at
        ),
    )


def record_failed(
    network: Network, due: Due, *, channel: Channel | None, reason: str, at: datetime
) -> None:
    _record(
        network,
        due,
        lambda pathway, reminder: pathway.reminders.record_failed(
            reminder=reminder, channel=channel, reason=reason, at=at
        ),
    )


def _record(network: Network, due: Due, telling: Telling) -> None:
    with suppress(ReminderAlreadyRecorded, PathwayNotOpened):  # erased: nothing to record it on
        network.on_pathway(
            due.pathway_id,
            lambda pathway: telling(pathway, _reminder(pathway, due)),
            command=RecordOutcome.of(due),
            by=None,
        )


def _reminder(pathway: Pathway, due: Due) -> Reminder:
    appointment = pathway.appointments.by_id.get(due.cause_id)
    return Reminder(
        due_id=due.id,
        cause=Trigger.APPOINTMENT,
        cause_id=due.cause_id,
        occurrence=due.occurrence,
        rule_id=due.rule_id,
        data_class=appointment.data_class if appointment else DataClass.PROTECTION,
    )

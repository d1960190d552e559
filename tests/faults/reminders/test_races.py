"""A withdrawal and a send at the same moment: nothing leaves once the withdrawal is recorded."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import cycle
from random import random
from time import monotonic, sleep
from uuid import UUID

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.follow_up.suspend_contact import SuspendContact, suspend_contact
from application.reminders.plan_reminders import plan_reminders
from application.reminders.reminding import Reminding
from application.reminders.send_reminder import LEASE, send_reminder
from application.wishes.stop_reminders import StopReminders, stop_reminders
from domain.pathway.appointments.words import ChangeReason, Side
from domain.pathway.pace import SuspensionReason
from domain.pathway.reminder_wishes import ToldBy
from domain.reminders.rules import MessageType
from infrastructure.composition import opened_store
from infrastructure.settings import Settings
from tests.application.reminders.house import INES
from tests.fakes.postbox import PostboxInMemory
from tests.faults.reminders.checking import Booked
from tests.faults.reminders.gateway import MoodyGateway
from tests.faults.reminders.storms import storm_on
from tests.faults.reminders.test_each_step import Bench
from tests.faults.storms import save
from tests.infrastructure.databases import installed
from tests.workers.house import at_any_hour
from workers.composition import opened_reminding

AT_ONCE = 500  # people booked, then raced for
CLOSE = 0.02  # seconds between the two, at most
SIDE_BY_SIDE = 4  # races
BEFORE_SENDING = {"take", "stream", "heads"}  # what a worker does until it knows that it may send


Withdraw = Callable[[Reminding, Booked], None]


@dataclass(frozen=True, slots=True)
class Race:
    committed: float  # when the withdrawal was recorded
    claimed: float  # when the worker began to take the row
    sent: bool

    @property
    def order(self) -> str:
        first = "withdrawn first" if self.committed < self.claimed else "claimed first"
        return f"{first}, {'sent' if self.sent else 'held back'}"


def cancel(reminding: Reminding, booked: Booked) -> None:
    command = CancelAppointment(
        pathway_id=booked.pathway_id,
        appointment_id=booked.cause_id,
        cancelled_by=Side.PERSON,
        reason=ChangeReason.STAFF_ABSENT,
    )
    cancel_appointment(reminding.network, command, INES)


def suspend(reminding: Reminding, booked: Booked) -> None:
    command = SuspendContact(pathway_id=booked.pathway_id, reason=SuspensionReason.OVERWHELMED)
    suspend_contact(reminding.network, command, INES)


def stop(reminding: Reminding, booked: Booked) -> None:
    command = StopReminders(pathway_id=booked.pathway_id, told_by=ToldBy.PHONE)
    stop_reminders(reminding.network, command, INES)


def withdrawn(reminding: Reminding, booked: Booked, withdraw: Withdraw) -> float:
    sleep(random() * CLOSE)
    withdraw(reminding, booked)
    return monotonic()


WAYS: list[Withdraw] = [cancel, suspend, stop]


def sent(reminding: Reminding, due_id: UUID) -> float:
    sleep(random() * CLOSE)
    began = monotonic()
    send_reminder(reminding, due_id)
    return began


def races(settings: Settings, *, count: int) -> Counter[str]:
    due_at, told = datetime.now(UTC), Counter[str]()
    with ExitStack() as stack:
        storm = stack.enter_context(storm_on(installed(settings), MoodyGateway(), due_at))
        store = stack.enter_context(opened_store(settings))
        pack = at_any_hour(due_at)
        opened = stack.enter_context(opened_reminding(settings, store, pack=pack))
        postbox = PostboxInMemory()
        reminding = replace(opened, postbox=postbox)
        threads = stack.enter_context(ThreadPoolExecutor(2 * SIDE_BY_SIDE))
        storm.people.all_hold, storm.people.most = True, 1
        raced = set[UUID]()
        while told.total() < count:
            for _ in range(min(AT_ONCE, count - told.total())):
                storm.people.book()
            while plan_reminders(reminding).read:
                pass
            storm.come_due(at_once=AT_ONCE)
            by_row = {row.id: row.cause_id for row in storm.evidence().rows}
            by_cause = {booked.cause_id: booked for booked in storm.people.booked}
            running = [
                (
                    due_id,
                    threads.submit(withdrawn, reminding, by_cause[by_row[due_id]], way),
                    threads.submit(sent, reminding, due_id),
                )
                for due_id, way in zip(claimed(reminding), cycle(WAYS), strict=False)
                if due_id not in raced
            ]
            ended = [(due_id, one.result(), other.result()) for due_id, one, other in running]
            left = {letter.key for letter in postbox.letters}
            told.update(Race(first, then, due_id in left).order for due_id, first, then in ended)
            raced.update(due_id for due_id, *_ in ended)
            postbox.letters.clear()
            for due_id in claimed(reminding):  # looked at again, since the pathway moved meanwhile
                send_reminder(reminding, due_id)
            assert postbox.letters == []
    return told


def claimed(reminding: Reminding) -> list[UUID]:
    return reminding.rows.claim(limit=AT_ONCE, lease=60 * LEASE)


def test_what_is_withdrawn_before_a_worker_knows_that_it_may_send_is_not_sent() -> None:
    """At each step of the worker in turn."""
    held_back = 0
    for step in range(1, 20):
        bench = Bench(knows_keys=True, message_type=MessageType.AT_LEAST_ONCE)
        worker = bench.worker()
        assert worker
        worker.goes_on(steps=step)
        if worker.over or not BEFORE_SENDING.issuperset(worker.calls[:-1]):
            worker.goes_on()
            break
        bench.cancel()
        worker.goes_on()
        assert bench.accepted == [], worker.calls
        held_back += 1
    assert held_back >= len(BEFORE_SENDING)


def test_of_a_few_races_none_is_sent_once_withdrawn(settings: Settings) -> None:
    told = races(settings, count=100)
    assert told.total() == 100
    assert told["withdrawn first, sent"] == 0


@pytest.mark.long
def test_of_ten_thousand_races_none_is_sent_once_withdrawn(settings: Settings) -> None:
    began = monotonic()
    told = races(settings, count=10_000)
    kind = "sqlite" if settings.embedded else "postgres"
    save(f"reminders-raced-{kind}", {**told, "seconds": round(monotonic() - began)})
    assert told["withdrawn first, sent"] == 0

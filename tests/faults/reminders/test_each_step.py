"""A worker cut or paused at each of its steps, and another that takes its row meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

import pytest

from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.reminders.postbox import Letter
from application.reminders.send_reminder import LEASE
from domain.pathway.appointments.words import ChangeReason, Side
from domain.reminders.rules import MessageType
from tests.application.reminders.house import INES, MOBILE, House, at
from tests.domain.reminders.packs import DAY_BEFORE, PACK
from tests.faults.reminders.checking import Booked, Evidence, Kept, faults
from tests.faults.reminders.gateway import Accepted
from tests.faults.reminders.stepwise import StepwiseWorker

DUE = at(10, days=-1).instant
PAST_LEASE = LEASE + timedelta(seconds=1)
LATER = [at(10, 30 + 5 * n, days=-1) for n in range(5)]  # by then all that was cut is done

Between = Callable[["Bench"], None]


@dataclass
class Bench:
    """A house where one reminder is due, and what its gateway accepted."""

    knows_keys: bool
    message_type: MessageType
    house: House = field(default_factory=House)
    accepted: list[Accepted] = field(default_factory=list)

    def __post_init__(self) -> None:
        rule = DAY_BEFORE.model_copy(update={"message_type": self.message_type})
        pack = PACK.model_copy(update={"rules": (rule,)})
        self.house.reminding = replace(self.house.reminding, pack=pack)
        self.house.postbox.knows_keys = self.knows_keys
        self.house.postbox.before = self._accept
        self.house.reached_at(MOBILE)
        self.house.book(at(14))
        self.house.plan()
        self.house.rows.move_to(DUE)

    def worker(self) -> StepwiseWorker | None:
        """One with the row, if it is to be had."""
        ids = self.house.rows.claim(limit=1, lease=LEASE)
        return StepwiseWorker(self.house.reminding, ids[0]) if ids else None

    def past_the_lease(self) -> None:
        self.house.rows.move_to(self.house.rows.now() + PAST_LEASE)

    def cancel(self) -> None:
        command = CancelAppointment(
            pathway_id=self.house.pathway_id,
            appointment_id=self.house.appointment_id,
            cancelled_by=Side.SERVICE,
            reason=ChangeReason.STAFF_ABSENT,
        )
        cancel_appointment(self.house.network, command, INES)

    def evidence(self, *, holds: bool) -> Evidence:
        """What there is once everything left is done."""
        for moment in LATER:
            self.house.work(moment)
        booked = [Booked(self.house.pathway_id, self.house.appointment_id, holds=True)]
        rows = [
            Kept(
                id=kept.row.id,
                cause_id=kept.row.cause_id,
                letter_id=kept.letter_id or kept.row.id,
                state=kept.state,
                at_most_once=kept.row.message_type is MessageType.AT_MOST_ONCE,
            )
            for kept in self.house.rows.kept.values()
        ]
        return Evidence(booked if holds else [], rows, self.house.outcomes(), self.accepted)

    def _accept(self, letter: Letter) -> None:
        known = self.knows_keys and letter.key in {one.key for one in self.accepted}
        self.accepted.append(Accepted(letter.key, 0.0, delivered=not known))


def nothing(_: Bench) -> None: ...


def steps_of(bench: Bench) -> int:
    worker = bench.worker()
    assert worker
    return worker.goes_on()


weathers = pytest.mark.parametrize("knows_keys", [True, False])
types = pytest.mark.parametrize("message_type", MessageType)


@weathers
@types
def test_killed_at_each_step(knows_keys: bool, message_type: MessageType) -> None:
    for step in range(steps_of(Bench(knows_keys, message_type)) + 1):
        bench = Bench(knows_keys, message_type)
        worker = bench.worker()
        assert worker
        worker.goes_on(steps=step)
        worker.dies()
        assert faults(bench.evidence(holds=True)) == [], step


@weathers
@types
@pytest.mark.parametrize("meanwhile", [nothing, Bench.cancel])
def test_paused_past_its_lease_at_each_step_while_another_goes_on(
    knows_keys: bool, message_type: MessageType, meanwhile: Between
) -> None:
    """The first stops somewhere, the second somewhere, the first ends, then the second."""
    found = []
    for first_stops in range(1, steps_of(Bench(knows_keys, message_type)) + 1):
        for second_stops in count():
            bench = Bench(knows_keys, message_type)
            first = bench.worker()
            assert first
            first.goes_on(steps=first_stops)
            bench.past_the_lease()
            meanwhile(bench)
            second = bench.worker()
            took = second.goes_on(steps=second_stops) if second else 0
            first.goes_on()
            if second:
                second.goes_on()
            found += [
                (first_stops, second_stops, fault.broken)
                for fault in faults(bench.evidence(holds=meanwhile is nothing))
            ]
            if took < second_stops or not second:
                break
    assert found == []

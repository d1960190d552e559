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

AGAIN = MessageType.AT_LEAST_ONCE
TOGETHER = (14, 9)

Between = Callable[["Bench"], None]


@dataclass
class Bench:
    """A house where reminders of one person are due, and what its gateway accepted."""

    knows_keys: bool
    message_type: MessageType
    hours: tuple[int, ...] = (14,)  # of the appointments
    house: House = field(default_factory=House)
    accepted: list[Accepted] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)

    def __post_init__(self) -> None:
        rule = DAY_BEFORE.model_copy(update={"message_type": self.message_type})
        pack = PACK.model_copy(update={"rules": (rule,)})
        self.house.reminding = replace(self.house.reminding, pack=pack)
        self.house.postbox.knows_keys = self.knows_keys
        self.house.postbox.before = self._accept
        self.house.reached_at(MOBILE)
        for hour in self.hours:
            cause_id, said = self.house.book(at(hour)), f"{hour}h00"
            self.booked.append(Booked(self.house.pathway_id, cause_id, holds=True, said=said))
        self.house.plan()
        self.house.rows.move_to(DUE)

    def worker(self) -> StepwiseWorker | None:
        """One with the row, if it is to be had."""
        ids = self.house.rows.claim(limit=1, lease=LEASE)
        return StepwiseWorker(self.house.reminding, ids[0]) if ids else None

    def past_the_lease(self) -> None:
        self.house.rows.move_to(self.house.rows.now() + PAST_LEASE)

    def cancel(self) -> None:
        """The appointment that was booked last."""
        command = CancelAppointment(
            pathway_id=self.house.pathway_id,
            appointment_id=self.house.appointment_id,
            cancelled_by=Side.SERVICE,
            reason=ChangeReason.STAFF_ABSENT,
        )
        cancel_appointment(self.house.network, command, INES)
        self.booked[-1] = replace(self.booked[-1], holds=None)

    def evidence(self) -> Evidence:
        """What there is once everything left is done."""
        for moment in LATER:
            self.house.work_through(moment)
        rows = [
            Kept(
                id=kept.row.id,
                pathway_id=kept.row.pathway_id,
                cause_id=kept.row.cause_id,
                letter_id=kept.letter_id or kept.row.id,
                state=kept.state,
                at_most_once=kept.row.message_type is MessageType.AT_MOST_ONCE,
            )
            for kept in self.house.rows.kept.values()
        ]
        return Evidence(self.booked, rows, self.house.outcomes(), self.accepted)

    def _accept(self, letter: Letter) -> None:
        known = self.knows_keys and letter.key in {one.key for one in self.accepted}
        self.accepted.append(Accepted(letter.key, 0.0, not known, letter.text))


def nothing(_: Bench) -> None: ...


def steps_of(bench: Bench) -> int:
    worker = bench.worker()
    assert worker
    return worker.goes_on()


weathers = pytest.mark.parametrize("knows_keys", [True, False])
types = pytest.mark.parametrize("message_type", MessageType)
letters = pytest.mark.parametrize("hours", [(14,), TOGETHER], ids=["alone", "together"])
meanwhiles = pytest.mark.parametrize("meanwhile", [nothing, Bench.cancel])


@weathers
@types
@letters
@meanwhiles
def test_killed_at_each_step(
    knows_keys: bool, message_type: MessageType, hours: tuple[int, ...], meanwhile: Between
) -> None:
    for step in range(steps_of(Bench(knows_keys, message_type, hours)) + 1):
        bench = Bench(knows_keys, message_type, hours)
        worker = bench.worker()
        assert worker
        worker.goes_on(steps=step)
        worker.dies()
        meanwhile(bench)
        assert faults(bench.evidence()) == [], step


@pytest.mark.parametrize(("knows_keys", "meanwhile"), [(True, nothing), (False, Bench.cancel)])
def test_a_letter_of_several_is_killed_twice(knows_keys: bool, meanwhile: Between) -> None:
    """The second worker at each of its steps too, after something was withdrawn or not."""
    found = []
    for first_dies in range(steps_of(Bench(knows_keys, AGAIN, TOGETHER)) + 1):
        for second_dies in count():
            bench = Bench(knows_keys, AGAIN, TOGETHER)
            first = bench.worker()
            assert first
            first.goes_on(steps=first_dies)
            first.dies()
            meanwhile(bench)
            bench.past_the_lease()
            second = bench.worker()
            took = second.goes_on(steps=second_dies) if second else 0
            if second:
                second.dies()
            found += [(first_dies, second_dies, fault.broken) for fault in faults(bench.evidence())]
            if took < second_dies or not second:
                break
    assert found == []


@weathers
@types
@letters
@meanwhiles
def test_paused_past_its_lease_at_each_step_while_another_goes_on(
    knows_keys: bool, message_type: MessageType, hours: tuple[int, ...], meanwhile: Between
) -> None:
    """The first stops somewhere, the second somewhere, the first ends, then the second."""
    found = []
    for first_stops in range(1, steps_of(Bench(knows_keys, message_type, hours)) + 1):
        for second_stops in count():
            bench = Bench(knows_keys, message_type, hours)
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
                (first_stops, second_stops, fault.broken) for fault in faults(bench.evidence())
            ]
            if took < second_stops or not second:
                break
    assert found == []

"""Bring a nursery up on an installation, give it what to do, and gather what it left."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from select import select as select_
from statistics import quantiles
from time import monotonic, sleep
from uuid import UUID

from sqlalchemy import func, select, update

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.cancel_appointment import CancelAppointment, cancel_appointment
from application.network import Network
from application.pathways.open_pathway import OpenPathway, open_pathway
from application.people.add_contact_point import AddContactPoint, add_contact_point
from application.ports import EventLog
from application.reminders.ports import DueState
from domain.pathway.appointments.words import ChangeReason, Side
from domain.pathway.opening import MetAt
from domain.pathway.reminders import ReminderSent
from domain.reminders.rules import MessageType
from domain.wall_time import WallTime
from infrastructure.composition import opened_store
from infrastructure.desk import DatabaseNow, Desk
from infrastructure.reminders.tables import due_rows
from infrastructure.settings import Group, Settings
from seeds.rules.shipped import shipped_rules
from tests.application.reminders.house import AT_THE_PASS, INES, MOBILE, OUTCOMES
from tests.faults.following import asked
from tests.faults.reminders.checking import Booked, Evidence, Kept
from tests.faults.reminders.gateway import MoodyGateway
from tests.faults.reminders.nursery import Plan
from tests.faults.storms import ROOT, everything
from tests.infrastructure.databases import engine_on
from tests.workers.running import environment

FIRST_HOUR = 14  # of the appointments of a person
ON_THE_HOUR = "h00"
SAID = "{hour}" + ON_THE_HOUR  # as texts say a time
DAYS = 10  # until what is booked would be recalled by itself
OPEN = (DueState.WAITING, DueState.QUEUED, DueState.SENDING)
ONE_IN = 6  # appointments that are cancelled before their reminder is due
PAUSE = 0.01
BACKLOG = 60  # booked ahead of what is sent
AT_ONCE = 16  # due and not done
PATIENCE = 180  # seconds, for what is left once nobody is killed any more
columns = due_rows.c


@dataclass
class People:
    """They book and cancel while all else is killed, as careful callers do."""

    network: Network
    due_at: datetime
    all_hold: bool = False
    most: int = 3  # appointments of one day that one person books; the first one books that many
    booked: list[Booked] = field(default_factory=list)
    people: int = 0

    def book(self) -> None:
        """Somebody who is reached by texts, and what is to be recalled to them on one day."""
        opening = OpenPathway(called="Awa", met_at=MetAt.HOME_VISIT)
        pathway_id = asked(lambda: open_pathway(self.network, opening, INES)).stream_id
        adding = AddContactPoint(pathway_id=pathway_id, point=MOBILE)
        asked(lambda: add_contact_point(self.network, adding, INES))
        for hour in range(FIRST_HOUR, FIRST_HOUR + self.most - self.people % self.most):
            self._book(pathway_id, hour)
        self.people += 1

    def _book(self, pathway_id: UUID, hour: int) -> None:
        day = self.due_at.date() + timedelta(days=1 + DAYS)
        when = WallTime(wall=datetime.combine(day, time(hour)), zone="UTC")
        booking = BookAppointment(pathway_id=pathway_id, meeting=AT_THE_PASS, when=when)
        asked(lambda: book_appointment(self.network, booking, INES))
        holds = self.all_hold or len(self.booked) % ONE_IN != 0
        if not holds:
            self._cancel(pathway_id, booking.appointment_id)
        said = SAID.format(hour=hour)
        self.booked.append(Booked(pathway_id, booking.appointment_id, holds, said))

    def _cancel(self, pathway_id: UUID, appointment_id: UUID) -> None:
        cancelling = CancelAppointment(
            pathway_id=pathway_id,
            appointment_id=appointment_id,
            cancelled_by=Side.PERSON,
            reason=ChangeReason.STAFF_ABSENT,
        )
        asked(lambda: cancel_appointment(self.network, cancelling, INES))


@dataclass
class Storm:
    """An installation under a nursery, as seen from outside."""

    desk: Desk
    log: EventLog
    people: People
    gateway: MoodyGateway

    def backlog(self) -> int:
        """How many were booked, to be recalled, and are in no text that was accepted yet."""
        texts = [str(text.content["text"]) for text in list(self.gateway.by_key.values())]
        recalled = sum(text.count(ON_THE_HOUR) for text in texts)
        return len(self.people.booked) * (ONE_IN - 1) // ONE_IN - recalled

    def come_due(self, *, at_once: int) -> None:
        """Let what waits for its day become due now, so that there is always some work.

        What is to be recalled to one person mostly becomes due together.
        """
        with self.desk.writing() as connection:
            now = connection.execute(select(DatabaseNow())).scalar_one()
            late = columns.look_at <= now + timedelta(days=1)
            busy = connection.execute(select(func.count()).where(late)).scalar_one()
            if busy >= at_once:
                return
            ripe = (
                select(columns.id)
                .where(columns.state == DueState.WAITING, columns.look_at > now + timedelta(days=1))
                .order_by(columns.pathway_id)
                .limit(at_once - busy)
            )
            connection.execute(
                update(due_rows).where(columns.id.in_(ripe)).values(look_at=now, due_at=now)
            )

    def is_over(self) -> bool:
        """Every appointment was planned for, and what was is in its final state."""
        with self.desk.reading() as connection:
            query = select(func.count()).where(columns.state.in_(OPEN))
            if connection.execute(query).scalar_one():
                return False
            planned: int = connection.execute(select(func.count(columns.id))).scalar_one()
        return planned >= len([booked for booked in self.people.booked if booked.holds])

    def evidence(self) -> Evidence:
        with self.desk.reading() as connection:
            rows = connection.execute(select(due_rows)).all()
        kept = [
            Kept(
                id=row.id,
                pathway_id=row.pathway_id,
                cause_id=row.cause_id,
                letter_id=row.letter_id or row.id,
                state=DueState(row.state),
                at_most_once=row.message_type == MessageType.AT_MOST_ONCE,
            )
            for row in rows
        ]
        facts = [event.fact for event in everything(self.log) if isinstance(event.fact, OUTCOMES)]
        return Evidence(self.people.booked, kept, facts, self.gateway.accepted)

    def lateness(self) -> list[float]:
        """Seconds from each moment due to the first acceptance by the gateway."""
        first: dict[UUID, float] = {}
        for one in self.gateway.accepted:
            first.setdefault(one.key, one.at)
        with self.desk.reading() as connection:
            query = select(columns.id, columns.letter_id, columns.due_at)
            found = connection.execute(query).all()
        due: dict[UUID, float] = {}
        for row in found:  # a letter is as late as what was due first in it
            key, at = row.letter_id or row.id, row.due_at.timestamp()
            due[key] = min(at, due.get(key, at))
        return [at - due[key] for key, at in first.items()]


@contextmanager
def storm_on(settings: Settings, gateway: MoodyGateway, due_at: datetime) -> Iterator[Storm]:
    with opened_store(settings) as store, engine_on(settings, Group.DESK) as engine:
        network = Network(log=store.log, clock=lambda: datetime.now(UTC), rules=shipped_rules())
        yield Storm(Desk(engine), store.log, People(network, due_at), gateway)


@contextmanager
def nursery(settings: Settings, plan: Plan) -> Iterator[subprocess.Popen[str]]:
    """A nursery at work; it is not left behind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.reminders.nursery"],
        cwd=ROOT,
        env=environment(settings),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdin is not None
        process.stdin.write(plan.model_dump_json() + "\n")
        process.stdin.flush()
        yield process
    finally:
        kill_group(process)


def kill_group(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


@dataclass
class Chaos:
    """What befalls the servers, one thing after another, at random."""

    strikes: Mapping[str, Callable[[], None]]
    pauses: tuple[float, float] = (0.5, 2.0)  # seconds
    done: Counter[str] = field(default_factory=Counter)
    next_at: float = 0.0

    def rage(self) -> None:
        if self.strikes and monotonic() > self.next_at:
            name = random.choice(list(self.strikes))
            self.strikes[name]()
            self.done[name] += 1
            self.next_at = monotonic() + random.uniform(*self.pauses)


def rage(storm: Storm, process: subprocess.Popen[str], chaos: Chaos) -> tuple[int, int]:
    """Book, let come due and strike until there were enough kills; how many kills and pauses."""
    told = process.stdout
    assert told is not None
    while not select_([told], [], [], PAUSE)[0]:
        if storm.backlog() < BACKLOG:
            storm.people.book()
        asked(lambda: storm.come_due(at_once=AT_ONCE))
        chaos.rage()
    killed, stopped = told.readline().split()
    return int(killed), int(stopped)


def calm(storm: Storm, process: subprocess.Popen[str]) -> None:
    """Let what is left be done, and have everybody stop in an orderly way."""
    end = monotonic() + PATIENCE
    while not asked(storm.is_over):
        asked(lambda: storm.come_due(at_once=BACKLOG))
        if monotonic() > end:
            break  # the checker says what is not done
        sleep(10 * PAUSE)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=PATIENCE) == 0


@dataclass(frozen=True)
class Figures:
    """What is counted of a storm, and of several."""

    counts: Counter[str] = field(default_factory=Counter)
    late: list[float] = field(default_factory=list)

    @classmethod
    def of(
        cls, storm: Storm, evidence: Evidence, *, killed: int, paused: int, chaos: Chaos
    ) -> "Figures":
        sent = [fact for fact in evidence.facts if isinstance(fact, ReminderSent)]
        counts = Counter(
            {
                "kills": killed,
                "pauses beyond the lease": paused,
                "booked": len(evidence.booked),
                "accepted": len(evidence.accepted),
                "accepted, that recall several": sum(
                    one.text.count(ON_THE_HOUR) > 1 for one in evidence.accepted
                ),
                "delivered more than once": sum(
                    count > 1 for count in storm.gateway.delivered().values()
                ),
                "flagged": sum(fact.perhaps_twice for fact in sent),
                "uncertain": sum(row.state is DueState.UNCERTAIN for row in evidence.rows),
                "given up": sum(row.state is DueState.DEAD for row in evidence.rows),
            }
        )
        met = Counter({f"gateway {mood}": count for mood, count in storm.gateway.met.items()})
        return cls(counts + met + chaos.done, storm.lateness())

    def and_of(self, other: "Figures") -> "Figures":
        return Figures(self.counts + other.counts, self.late + other.late)

    def said(self) -> dict[str, object]:
        cuts = quantiles(self.late, n=100)
        return {**self.counts, "late p50": round(cuts[49], 2), "late p99": round(cuts[98], 2)}

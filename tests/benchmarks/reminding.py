"""Reminders from due to handed in, at a gateway's stand-in, beside plain dramatiq doing the same.

`CORDEE_BENCH_REMINDERS` says how many are due at once (5,000 when it says nothing).
"""

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import time
from uuid import uuid4

import psutil
from sqlalchemy import Connection, delete, select, update

from application.reminders.plan_reminders import plan_reminders
from application.reminders.ports import DueState
from application.reminders.reminding import Reminding
from domain.reminders.due import Due
from domain.reminders.rules import Audience, MessageType
from domain.reminders.triggers import Trigger
from infrastructure.desk import EPOCH, Desk
from infrastructure.reminders.tables import due_rows
from infrastructure.settings import Group
from tests.benchmarks.handing_in import Gateway, TimedPostbox, gateway, plainly, until
from tests.benchmarks.measure import Row, at_least, bound, cost, seconds
from tests.benchmarks.places import Place
from tests.benchmarks.recalled import people_to_recall
from tests.infrastructure.databases import engine_on
from tests.servers import Redis, redis_server
from tests.workers.house import at_any_hour
from workers.composition import opened_reminding
from workers.embedded import ReminderThreads
from workers.loops import beside, running
from workers.processes import schedule, work

MANY = int(os.environ.get("CORDEE_BENCH_REMINDERS", "5_000"))
SOME, ROUNDS = 500, 3
THREADS = 4
SPREAD, EVERY = 300, 0.05  # how many, and seconds between two of them
LATE, URGENT_IN, GROWTH = 2.0, 5.0, 1.2  # seconds, seconds, times
SOON = timedelta(hours=1)
CROWD, WORKED_ON, BATCH = 100_000, 300, 5_000  # rows

columns = due_rows.c
WAITING = columns.state == DueState.WAITING


def rows(place: Place) -> Iterator[Row]:
    with gateway() as there, redis_server() as redis, recalling(place, there) as reminding:
        by = "threads" if place.settings.embedded else "Redis and dramatiq"
        yield cost(
            f"reminders end to end, {place.name}, {by}",
            ours=lambda: SOME / drained(place, redis, reminding, SOME),
            reference=lambda: SOME / seconds(lambda: plainly(there, redis, SOME, threads=THREADS)),
            against="plain dramatiq, the same sends",
            target=at_least(0.2),
            unit="/s",
            rounds=ROUNDS,
        )
        late = lateness(place, redis, reminding)
        for name, at in (("p50", 50), ("p99", 99)):
            yield bound(
                f"lateness {name} without faults, {place.name}",
                ours=statistics.quantiles(late, n=100)[at - 1],
                limit=LATE,
                unit="s",
            )
        yield from at_once(place, redis, reminding, there)
        yield urgent_behind(place, redis, reminding)


def at_once(place: Place, redis: Redis, reminding: Reminding, there: Gateway) -> Iterator[Row]:
    """Many due at once, what that costs in memory, and an urgent one behind very many."""
    left = make_due(place, reminding, MANY)
    release(place)
    goal, rss, started = left.count + MANY, [memory()], time()
    with sending(place, redis, reminding):
        for still in (MANY * 9 // 10, MANY // 2, 0):
            until(lambda still=still: left.count >= goal - still)  # type: ignore[misc]
            rss.append(memory())
        rate = MANY / (time() - started)
    megabytes = ", ".join(f"{one:.0f}" for one in rss)
    told = f"{place.name}: {MANY} at once, {rate:.0f}/s, MB at 0, 10, 50, 100 % of it: {megabytes}"
    print(told, file=sys.stderr)  # noqa: T201 (what the rows do not say)
    plain = SOME / seconds(lambda: plainly(there, redis, SOME, threads=THREADS))
    yield Row(
        name=f"{MANY:,} due at once, {place.name}",
        unit="/s",
        ours=rate,
        reference=plain,
        against="plain dramatiq, the same sends",
        ratio=rate / plain,
        target=str(at_least(0.2)),
        met=at_least(0.2).met(rate / plain),
    )
    yield bound(
        f"memory at the end of {MANY:,}, {place.name}",
        ours=rss[-1],
        limit=GROWTH * rss[1],
        unit="MB",
    )


def urgent_behind(place: Place, redis: Redis, reminding: Reminding) -> Row:
    """One that becomes due and urgent while a hundred thousand others are due since long."""
    left = make_due(place, reminding, 1)
    crowd(reminding, CROWD)
    with sending(place, redis, reminding):
        until(lambda: reminding.rows.late() < CROWD - WORKED_ON)
        urgent = urgent_one(place, left)
        late = reminding.rows.late()
    with desk(place) as connection:
        connection.execute(delete(due_rows).where(columns.look_at.is_not(None)))
    return bound(
        f"an urgent one behind {late:,} due, {place.name}", ours=urgent, limit=URGENT_IN, unit="s"
    )


def crowd(reminding: Reminding, many: int) -> None:
    """Rows that were due an hour ago, of people who are not there any more."""
    rows = reminding.rows
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    for _ in range(0, many, BATCH):
        batch = [nobodys(hour_ago) for _ in range(BATCH)]
        rows.plan(batch, read_from=rows.planned_up_to(), read_to=rows.planned_up_to())


def nobodys(due_at: datetime) -> Due:
    return Due(
        id=uuid4(),
        pathway_id=uuid4(),
        trigger=Trigger.APPOINTMENT,
        cause_id=uuid4(),
        occurrence=1,
        rule_id="day-before",
        audience=Audience.PERSON,
        pack_version="2026-1",
        message_type=MessageType.AT_LEAST_ONCE,
        due_at=due_at,
    )


@contextmanager
def recalling(place: Place, there: Gateway) -> Iterator[Reminding]:
    """Reminders of tomorrow's appointments, due in an hour, by texts to the gateway."""
    pack = at_any_hour(datetime.now(UTC) + SOON)
    with opened_reminding(place.settings, place.store, pack=pack) as reminding:
        rows, head = reminding.rows, place.store.log.head()
        rows.plan([], read_from=rows.planned_up_to(), read_to=head)  # of what was before, nothing
        yield replace(reminding, postbox=TimedPostbox(there.postbox()))


def make_due(place: Place, reminding: Reminding, many: int) -> TimedPostbox:
    """Have so many people to remind, each on a pathway of their own, at once but one."""
    people_to_recall(place.store, many)
    while plan_reminders(reminding).read:
        """Until everything is planned."""
    with desk(place) as connection:
        last = select(columns.id).where(WAITING).order_by(columns.id).limit(1).scalar_subquery()
        connection.execute(
            update(due_rows).where(WAITING, columns.id != last).values(look_at=EPOCH)
        )
    assert isinstance(reminding.postbox, TimedPostbox)
    return reminding.postbox


def drained(place: Place, redis: Redis, reminding: Reminding, many: int) -> float:
    """Seconds from the first look at what is due to the last text handed in."""
    left = make_due(place, reminding, many)
    release(place)
    goal = left.count + many
    started = time()
    with sending(place, redis, reminding):
        until(lambda: left.count >= goal)
        return time() - started


def lateness(place: Place, redis: Redis, reminding: Reminding) -> list[float]:
    """Seconds between the moment of each and when it was handed in."""
    left = make_due(place, reminding, SPREAD)
    goal, first = left.count + SPREAD, time() + 2
    with desk(place) as connection:
        ids = connection.execute(select(columns.id).where(columns.look_at.is_not(None))).scalars()
        moments = {due_id: first + turn * EVERY for turn, due_id in enumerate(ids)}
        for due_id, moment in moments.items():
            at = datetime.fromtimestamp(moment, UTC)
            connection.execute(update(due_rows).where(columns.id == due_id).values(look_at=at))
    with sending(place, redis, reminding):
        until(lambda: left.count >= goal)
    return [left.at[due_id] - moment for due_id, moment in moments.items()]


def urgent_one(place: Place, left: TimedPostbox) -> float:
    """Seconds until one leaves that becomes due and urgent behind all the others."""
    with desk(place) as connection:
        due_id = connection.execute(
            select(columns.id).where(WAITING, columns.look_at > datetime.now(UTC))
        ).scalar_one()
    moment = time()
    release(place, urgent=True)
    until(lambda: due_id in left.at)
    return left.at[due_id] - moment


def release(place: Place, *, urgent: bool = False) -> None:
    """Have the one that was kept back due now."""
    with desk(place) as connection:
        later = WAITING & (columns.look_at > datetime.now(UTC))
        now = datetime.now(UTC)
        connection.execute(update(due_rows).where(later).values(look_at=now, urgent=urgent))


@contextmanager
def desk(place: Place) -> Iterator[Connection]:
    with engine_on(place.settings, Group.DESK) as engine, Desk(engine).writing() as connection:
        yield connection


@contextmanager
def sending(place: Place, redis: Redis, reminding: Reminding) -> Iterator[None]:
    """Scheduler and workers as they are shipped, in this process."""
    with ExitStack() as stack:
        if place.settings.embedded:
            stack.enter_context(running(ReminderThreads(reminding, workers=THREADS)))
        else:
            url = redis.url
            stack.enter_context(
                beside(lambda stop: work(reminding, url, stop, threads=THREADS), name="worker")
            )
            stack.enter_context(
                beside(lambda stop: schedule(reminding, url, stop), name="scheduler")
            )
        yield


def memory() -> float:
    """What this process holds, in megabytes."""
    return float(psutil.Process().memory_info().rss) / 1e6

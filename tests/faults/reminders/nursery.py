"""A process that brings up schedulers and workers, and kills or pauses them at random.

Whoever dies is born again. It has no thread and no connection of its own, so that forking is safe;
a birth costs no import. Its settings come from the environment, its plan from the first line of
its standard input; it tells its kills once there were enough, and has everybody stop, in an orderly
way, when that input ends.
"""

import mmap
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import SecretStr

from application.reminders.ports import Taken
from application.reminders.postbox import Letter, Postbox
from application.reminders.reminding import Reminding
from domain.kernel import Value
from domain.reminders.rules import MessageType
from infrastructure.composition import opened_store
from infrastructure.desk import Desk
from infrastructure.evolution.published import published_facts
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.guarded import guarded
from infrastructure.reminders.sms import Gateway, SmsPostbox
from infrastructure.settings import Group, Settings
from tests.faults.following import asked
from tests.infrastructure.databases import engine_on
from tests.infrastructure.reminders.sms_gateway import KEY
from tests.workers.house import at_any_hour
from workers.composition import opened_reminding
from workers.embedded import ReminderThreads
from workers.processes import schedule, work
from workers.signals import stopping

LOOK = 0.002  # seconds between two looks at who still lives
EARLY = 0.2  # how often a kill waits for no progress, so that some die as they start
AT_MOST = 0.5  # seconds without progress before somebody is killed all the same
AT_A_TIME = (1, 1, 1, 1, 2, 5)  # processes killed at one moment
progress = mmap.mmap(-1, 1)  # shared with all who are born: set as a text is handed in


class Role(StrEnum):
    SCHEDULER = "scheduler"
    WORKER = "worker"
    EMBEDDED = "embedded"


class Plan(Value):
    roles: tuple[Role, ...]
    kills: int
    pauses: tuple[float, float]  # seconds between some progress and a kill
    stops: float  # how often a process is paused beyond its lease, instead of killed
    lease: float  # seconds, of everything that is claimed
    hurries: bool  # that long, and soon after a refusal; else as long as an installation takes
    gateway: str  # its URL
    knows_keys: bool
    due_at: datetime  # of what is booked for tomorrow
    message_type: MessageType
    seed: int = 1


class HurriedRows(DueRowsInTables):
    """What takes minutes takes seconds: leases, and the pause before another try."""

    def __init__(self, desk: Desk, hurry: timedelta) -> None:
        super().__init__(desk)
        self._hurry = hurry

    def take(
        self,
        due_id: UUID,
        *,
        lease: timedelta,  # noqa: ARG002 (the port's signature)
        within: timedelta | None = None,
    ) -> Taken | None:
        return super().take(due_id, lease=self._hurry, within=within)

    def claim(
        self,
        *,
        limit: int,
        lease: timedelta,  # noqa: ARG002 (the port's signature)
        urgent: bool = False,
    ) -> list[UUID]:
        return super().claim(limit=limit, lease=self._hurry, urgent=urgent)

    def renew(self, taken: Sequence[Taken], *, lease: timedelta) -> None:  # noqa: ARG002 (the port's signature)
        super().renew(taken, lease=self._hurry)

    def put_off(
        self,
        taken: Taken,
        *,
        until: datetime,
        failure: str | None = None,
        tried: bool = True,
        cut: bool = False,
    ) -> bool:
        soon = min(until, taken.now + self._hurry / 4) if failure else until
        return super().put_off(taken, until=soon, failure=failure, tried=tried, cut=cut)


class TellingPostbox(SmsPostbox):
    def deliver(self, letter: Letter) -> str | None:
        progress[0] = 1
        return super().deliver(letter)


@dataclass
class Nursery:
    plan: Plan
    postbox: Postbox  # made once: reading the authorities to trust costs each life a third
    living: dict[int, Role] = field(default_factory=dict)  # by process id
    paused: dict[int, float] = field(default_factory=dict)  # until when
    struck: set[int] = field(default_factory=set)  # killed, and not buried yet
    killed: int = 0
    stopped: int = 0

    def run(self) -> None:
        random.seed(self.plan.seed)
        for role in self.plan.roles:
            self.bear(role)
        while self.killed < self.plan.kills:
            self.wait_for_progress()
            self.watch(random.uniform(*self.plan.pauses))
            self.strike()
        sys.stdout.write(f"{self.killed} {self.stopped}\n")
        sys.stdout.flush()
        while not select.select([sys.stdin], [], [], 0)[0]:
            self.watch(10 * LOOK)
        self.end()

    def wait_for_progress(self) -> None:
        progress[0] = random.random() < EARLY
        until = time.monotonic() + AT_MOST
        while not progress[0] and time.monotonic() < until:
            self.watch(LOOK)

    def watch(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while True:
            self.wake()
            self.bury()
            if time.monotonic() >= until:
                return
            time.sleep(LOOK)

    def strike(self) -> None:
        living = [process for process in self.living if process not in self.struck]
        for process in random.sample(living, min(random.choice(AT_A_TIME), len(living))):
            if random.random() < self.plan.stops and process not in self.paused:
                os.kill(process, signal.SIGSTOP)
                self.paused[process] = time.monotonic() + 1.5 * self.plan.lease
                self.stopped += 1
            else:
                os.kill(process, signal.SIGKILL)
                self.struck.add(process)
                self.killed += 1

    def wake(self) -> None:
        for process, until in list(self.paused.items()):
            if time.monotonic() > until or self.killed >= self.plan.kills:
                del self.paused[process]
                os.kill(process, signal.SIGCONT)

    def bear(self, role: Role) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # until it can stop in order
        process = os.fork()
        if process == 0:
            live(self.plan, self.postbox, role)
        self.living[process] = role

    def bury(self) -> None:
        """Whoever was killed is born again; whoever falls by themselves ends everything."""
        while (found := os.waitpid(-1, os.WNOHANG))[0]:
            process, status = found
            self.paused.pop(process, None)
            self.struck.discard(process)
            if not os.WIFSIGNALED(status):
                raise RuntimeError("a process fell by itself")
            self.bear(self.living.pop(process))

    def end(self) -> None:
        for process in self.living:
            os.kill(process, signal.SIGTERM)
        for process in self.living:
            _, status = os.waitpid(process, 0)
            if status and process not in self.struck:
                raise RuntimeError(f"a process did not stop as it was told to: {status}")


def live(plan: Plan, postbox: Postbox, role: Role) -> None:
    """Play a role until told to stop, and end the process."""
    try:
        random.seed()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # logs; the nursery tells
        stop, settings = stopping(), Settings()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        with ExitStack() as stack:
            reminding = asked(lambda: opened(stack, settings, plan, postbox))
            url = settings.redis_url.get_secret_value()
            match role:
                case Role.SCHEDULER:
                    schedule(reminding, url, stop)
                case Role.WORKER:
                    work(reminding, url, stop, threads=2)
                case Role.EMBEDDED:
                    threads = ReminderThreads(reminding, workers=2)
                    threads.start()
                    stop.wait()
                    threads.stop()
    except BaseException:  # noqa: BLE001 (the nursery is told by the exit code)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def opened(stack: ExitStack, settings: Settings, plan: Plan, postbox: Postbox) -> Reminding:
    store = stack.enter_context(opened_store(settings))
    pack = at_any_hour(plan.due_at)
    rules = tuple(
        rule.model_copy(update={"message_type": plan.message_type}) for rule in pack.rules
    )
    respect = pack.respect.model_copy(update={"daily_cap": 20})  # whatever leaves apart
    pack = pack.model_copy(update={"rules": rules, "respect": respect})
    reminding = stack.enter_context(opened_reminding(settings, store, pack=pack))
    desk = Desk(stack.enter_context(engine_on(settings, Group.DESK)))
    hurried = HurriedRows(desk, timedelta(seconds=plan.lease))
    return replace(
        reminding,
        rows=hurried if plan.hurries else reminding.rows,
        postbox=guarded(postbox, settings, lambda *_: None),
    )


def main() -> None:
    plan = Plan.model_validate_json(sys.stdin.readline())
    published_facts()  # imported once, for all who are born later
    gateway = Gateway(plan.gateway, SecretStr(KEY), sender="CORDEE", knows_keys=plan.knows_keys)
    Nursery(plan, TellingPostbox(gateway)).run()


if __name__ == "__main__":
    main()

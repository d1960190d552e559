"""A process that brings up writers, kills them at random, and brings them up again.

It has no thread and no connection of its own, so that forking is safe; a writer costs no import.
Its settings come from the environment, its plan from its standard input; it prints its kills.
"""

import mmap
import os
import random
import signal
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID, uuid5

from application.ports import Recorded
from domain.kernel import Value
from infrastructure.composition import Store, opened_store
from infrastructure.event_store.appends import Append
from infrastructure.event_store.event_log import SealedEventLog
from infrastructure.event_store.sqlite_recorder import SqliteRecorder
from infrastructure.evolution.published import published_facts
from infrastructure.settings import Group, Settings
from tests.faults.following import asked
from tests.faults.journal import Journal, Line, read
from tests.faults.writing import NAMES, work_of, write

LOOK = 0.002  # seconds between two looks at who still lives
EARLY = 0.1  # how often a kill waits for no progress, so that some die as they start
progress = mmap.mmap(-1, 1)  # shared with all who are born: set by any answer


class Plan(Value):
    """What a nursery does."""

    journals: Path
    processes: int
    threads: int
    commands: int  # of each thread
    streams: int
    pauses: tuple[float, float]  # seconds between some progress and a kill
    kills: int | None = None  # ends there; without it, when each writer did its work
    spares_after: int | None = None  # kills, whereupon the writers are left to their work
    dies_before_append: float = 0.0  # how often a writer kills itself once a body is sealed
    seed: int = 1

    def writer(self, slot: int, life: int) -> str:
        """Where the work must be done, who comes back goes on; otherwise it begins another."""
        return f"{self.seed}.{slot}" if self.kills is None else f"{self.seed}.{slot}.{life}"

    def streams_of(self, writer: str) -> list[UUID]:
        """Shared by all who must do their work; otherwise of this life only, to stay short."""
        name = "shared" if self.kills is None else writer
        return [uuid5(NAMES, f"{self.seed}.{name}.{n}") for n in range(self.streams)]


class TellingJournal(Journal):
    def note(self, line: Line) -> None:
        super().note(line)
        progress[0] = 1


class MortalRecorder(SqliteRecorder):
    """Sometimes dies between the claim of a key, long committed, and the append that names it."""

    def __init__(self, path: Path, dies: float) -> None:
        super().__init__(path)
        self._dies = dies

    def append(self, append: Append) -> Recorded:
        if random.random() < self._dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().append(append)


class Nursery:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.random = random.Random(plan.seed)
        self.living: dict[int, int] = {}  # process id: slot
        self.lives = [0] * plan.processes
        self.killed = 0

    def run(self) -> int:
        for slot in range(self.plan.processes):
            self.bear(slot)
        while self.living and not self.enough():
            self.wait_for_progress()
            self.watch(self.random.uniform(*self.plan.pauses))
            if self.living and self.killed != self.plan.spares_after:
                os.kill(self.random.choice(list(self.living)), signal.SIGKILL)
        for process in self.living:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        return self.killed

    def wait_for_progress(self) -> None:
        progress[0] = self.random.random() < EARLY
        while not progress[0] and self.living:
            self.watch(LOOK)

    def watch(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.living:
            self.bury()
            time.sleep(LOOK)

    def enough(self) -> bool:
        return self.plan.kills is not None and self.killed >= self.plan.kills

    def bear(self, slot: int) -> None:
        self.lives[slot] += 1
        process = os.fork()
        if process == 0:
            live(self.plan, slot, self.lives[slot])
        self.living[process] = slot

    def bury(self) -> None:
        """See who died; who was killed, or has no end of work, is born again."""
        process, status = os.waitpid(-1, os.WNOHANG)
        if not process:
            return
        slot = self.living.pop(process)
        if os.WIFSIGNALED(status):
            self.killed += 1
        elif status != 0:
            raise RuntimeError("a writer failed by itself")
        if os.WIFSIGNALED(status) or self.plan.kills is not None:
            self.bear(slot)


def live(plan: Plan, slot: int, life: int) -> None:
    """Do a writer's work, from where it stands, and end the process."""
    try:
        random.seed()
        with ExitStack() as stack:
            store = asked(lambda: stack.enter_context(opened_store(Settings())))
            threads = stack.enter_context(ThreadPoolExecutor(plan.threads))
            log = log_of(store, plan)
            works = [
                threads.submit(work, plan, log, f"{plan.writer(slot, life)}.{thread}")
                for thread in range(plan.threads)
            ]
            for done in works:
                done.result()
    except BaseException:  # noqa: BLE001 (the nursery is told by the exit code)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def log_of(store: Store, plan: Plan) -> SealedEventLog:
    if not plan.dies_before_append:
        return store.log
    path = Settings().file_of(Group.EVENTS)
    return SealedEventLog(store.mapper, MortalRecorder(path, plan.dies_before_append))


def work(plan: Plan, log: SealedEventLog, writer: str) -> None:
    path = plan.journals / f"{writer}.jsonl"
    done = {line.command_id for line in read(path)}
    left = work_of(writer, plan.commands, plan.streams_of(writer))
    write(log, [each for each in left if each.command_id not in done], TellingJournal(path))


def main() -> None:
    plan = Plan.model_validate_json(sys.stdin.read())
    published_facts()  # imported once, for all who are born later
    sys.stdout.write(str(Nursery(plan).run()))


if __name__ == "__main__":
    main()

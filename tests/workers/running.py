"""Run the installation under test, in threads or in processes, and end it as one likes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from infrastructure.settings import Settings
from tests.workers.house import House
from workers.embedded import ReminderThreads
from workers.processes import schedule, work

ROOT = Path(__file__).parents[2]
FOR_EVER = 3_600  # seconds

Process = subprocess.Popen[bytes]


@contextmanager
def embedded(house: House) -> Iterator[None]:
    threads = ReminderThreads(house.reminding, workers=2)
    threads.start()
    try:
        yield
    finally:
        threads.stop()


@contextmanager
def scheduler(house: House) -> Iterator[None]:
    stop = Event()
    url = house.settings.redis_url.get_secret_value()
    thread = Thread(target=schedule, args=(house.reminding, url, stop))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def dramatiq(house: House) -> Iterator[None]:
    """A scheduler and a worker, as threads of this process, through Redis."""
    stop = Event()
    url = house.settings.redis_url.get_secret_value()
    thread = Thread(target=lambda: work(house.reminding, url, stop, threads=2))
    with scheduler(house):
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()


@contextmanager
def started(settings: Settings, *command: str) -> Iterator[Process]:
    """A Python process with these settings, killed at the end if it still runs."""
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment(settings))  # noqa: S603 (our own arguments)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def worker(house: House, role: str, *, holds: float = 0) -> Iterator[Process]:
    due_at = house.due_at.isoformat()
    command = ("-m", "tests.workers.process", role, due_at, str(holds))
    with started(house.settings, *command) as process:
        yield process


def told_to_stop(process: Process) -> int:
    """Its exit code after SIGTERM."""
    process.send_signal(signal.SIGTERM)
    return process.wait(timeout=60)


def environment(settings: Settings) -> dict[str, str]:
    secrets = {"database_url", "keys_url", "redis_url"}
    values = {name: getattr(settings, name).get_secret_value() for name in secrets}
    values["data"] = str(settings.data)
    return os.environ | {f"CORDEE_{name.upper()}": value for name, value in values.items()}

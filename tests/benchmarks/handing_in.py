"""A gateway's stand-in in a process of its own, and two ways to hand texts in to it."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from pydantic import SecretStr

from application.reminders.postbox import Letter, Postbox
from domain.pathway.reminders import Channel
from infrastructure.reminders.sms import Gateway as SmsGateway
from infrastructure.reminders.sms import SmsPostbox
from tests.infrastructure.reminders.sms_gateway import HOST, KEY
from tests.servers import Redis, free_port

TEXT = "Rappel : vous avez rendez-vous demain à 14h00. Une question ? Appelez le 04 00 00 00 00."
PATIENCE = 7_200  # seconds
FETCH_EVERY = 200  # milliseconds, as our workers


@dataclass(frozen=True)
class Gateway:
    url: str

    def postbox(self) -> SmsPostbox:
        return SmsPostbox(
            SmsGateway(url=self.url, key=SecretStr(KEY), sender="CORDEE", knows_keys=True)
        )


@contextmanager
def gateway() -> Iterator[Gateway]:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="cordee-bench-") as folder:
        ledger = str(Path(folder) / "left.jsonl")
        module = "tests.infrastructure.reminders.sms_gateway"
        command = [sys.executable, "-m", module, str(port), ledger]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 (our own)
        try:
            assert process.stdout
            process.stdout.readline()  # it is ready
            yield Gateway(f"http://{HOST}:{port}/messages")
        finally:
            process.terminate()
            process.wait()
            if process.stdout:
                process.stdout.close()


@dataclass
class TimedPostbox:
    """Notes when each letter was handed in, by its key."""

    inner: Postbox
    at: dict[UUID, float] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.at)

    @property
    def channels(self) -> frozenset[Channel]:
        return self.inner.channels

    @property
    def keyed(self) -> frozenset[Channel]:
        return self.inner.keyed

    def deliver(self, letter: Letter) -> str | None:
        name = self.inner.deliver(letter)
        self.at[letter.key] = time.time()
        return name


def plainly(there: Gateway, redis: Redis, many: int, *, threads: int) -> None:
    """Hand so many texts in by dramatiq as it comes: no rows, no rules, nothing recorded."""
    postbox = TimedPostbox(there.postbox())
    broker = RedisBroker(url=redis.url, namespace="plain")  # type: ignore[no-untyped-call] # dramatiq leaves it untyped

    @dramatiq.actor(broker=broker, queue_name="plain")
    def send(key: str) -> None:
        postbox.deliver(Letter(UUID(key), Channel.TEXT, "+33639980001", "", TEXT))

    for _ in range(many):
        send.send(str(uuid4()))
    worker = dramatiq.Worker(broker, worker_threads=threads, worker_timeout=FETCH_EVERY)
    worker.start()
    try:
        until(lambda: postbox.count >= many)
    finally:
        worker.stop()
        broker.close()


def until(true: Callable[[], bool]) -> None:
    """Look until something is so.

    Raises:
        TimeoutError: it is not, after two hours.
    """
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not come")
        time.sleep(0.005)

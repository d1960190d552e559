"""A process of the tests' own: `python -m tests.workers.process ROLE DUE_AT [HOLDS]`.

It waits for ever, or for a while, between sending a letter and recording it, where it is told so.
"""

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event
from time import sleep

from application.reminders.postbox import Letter, Postbox
from application.reminders.reminding import Reminding
from domain.pathway.reminders import Channel
from infrastructure.composition import opened_store
from infrastructure.reminders.opening import open_outbox
from infrastructure.settings import Settings
from tests.workers.house import at_any_hour
from workers.composition import opened_reminding
from workers.embedded import ReminderThreads
from workers.processes import work
from workers.signals import stopping


@dataclass(frozen=True)
class Holding:
    """Says that a letter left by making a file, then holds its worker."""

    inner: Postbox
    said_in: Path
    seconds: float

    @property
    def channels(self) -> frozenset[Channel]:
        return self.inner.channels

    @property
    def keyed(self) -> frozenset[Channel]:
        return self.inner.keyed

    def deliver(self, letter: Letter) -> str | None:
        name = self.inner.deliver(letter)
        self.said_in.touch()
        sleep(self.seconds)
        return name


def main(role: str, due_at: str, seconds: str = "0") -> None:
    stop = stopping()
    settings = Settings()
    pack = at_any_hour(datetime.fromisoformat(due_at))
    with (
        opened_store(settings) as store,
        opened_reminding(settings, store, pack=pack) as reminding,
    ):
        outbox = open_outbox(settings, store.keyring.secret)
        postbox = Holding(outbox, settings.data / "held", float(seconds))
        run(role, settings, replace(reminding, postbox=postbox), stop)


def run(role: str, settings: Settings, reminding: Reminding, stop: Event) -> None:
    if role == "embedded":
        threads = ReminderThreads(reminding, workers=2)
        threads.start()
        stop.wait()
        threads.stop()
    else:
        work(reminding, settings.redis_url.get_secret_value(), stop, threads=2)


if __name__ == "__main__":
    main(*sys.argv[1:])

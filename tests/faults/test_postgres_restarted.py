"""PostgreSQL goes away under load and comes back: clean refusals, then work, without a restart."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from uuid import uuid4

import pytest

from application.ports import EventLog
from application.refusals import StoreUnavailable
from domain.pathway.pathway import Pathway
from infrastructure.composition import Store, opened_store
from tests.contracts.event_log import by, record
from tests.domain.pathway.people import opened
from tests.infrastructure.databases import installed, on_postgres
from tests.servers import Postgres

CALLERS = 8
PATIENCE = 60  # seconds, before a test that hangs is a test that fails


@pytest.fixture
def store(mortal: Postgres, tmp_path: Path) -> Iterator[Store]:
    with on_postgres(mortal, tmp_path) as settings, opened_store(installed(settings)) as store:
        yield store


class Caller:
    """Writes and reads without a pause, and counts what comes of it."""

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self.served = self.refused = 0

    def call(self, done: Event) -> None:
        while not done.is_set():
            try:
                recorded = record(self.log, uuid4(), [opened()])
                assert self.log.stream(recorded.stream_id)
                assert self.log.head() >= recorded.position
                assert self.log.answered(by()) is None
            except StoreUnavailable:
                self.refused += 1
            else:
                self.served += 1


def until(everyone: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE
    while not everyone():
        assert monotonic() < deadline
        sleep(0.01)


def test_callers_are_refused_while_it_is_away_and_served_again_after(
    mortal: Postgres, store: Store
) -> None:
    callers, done = [Caller(store.log) for _ in range(CALLERS)], Event()
    with ThreadPoolExecutor(CALLERS) as threads:
        calls = [threads.submit(caller.call, done) for caller in callers]
        try:
            until(lambda: all(caller.served for caller in callers))
            mortal.kill()
            until(lambda: all(caller.refused for caller in callers))
            mortal.start()
            served = [caller.served for caller in callers]
            until(
                lambda: all(
                    caller.served > before for caller, before in zip(callers, served, strict=True)
                )
            )
        finally:
            done.set()
        for call in calls:
            call.result()  # nothing else than a refusal was ever raised


def test_what_was_cached_is_still_right_after_a_restart(mortal: Postgres, store: Store) -> None:
    stream_id = uuid4()
    record(store.log, stream_id, [opened()])
    mortal.kill()
    with pytest.raises(StoreUnavailable):
        store.log.load(Pathway, stream_id)
    mortal.start()
    assert store.log.load(Pathway, stream_id).version == 1
    assert record(store.log, stream_id, [opened()]).version == 2

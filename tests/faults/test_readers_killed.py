"""A server killed while it is read: no answer that somebody received is without its trace."""

import random
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Event
from time import monotonic, sleep
from uuid import UUID

import pytest
from httpx2 import Client, TransportError

from application.traces.trace import Look, Trace
from infrastructure.settings import Group, Settings
from infrastructure.traces.trace_table import TraceTable
from tests.api.conftest import founded, place_on
from tests.api.speaking import Speaker
from tests.canaries.tour import signing_in
from tests.faults.storms import ROOT, save
from tests.infrastructure.databases import engine_on
from tests.infrastructure.living import A_LOOK
from tests.workers.running import environment

READERS = 4
PATIENCE = 60  # seconds
LATER = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass
class Readers:
    """People who read all the time, and note what they were answered."""

    url: str
    awa: str
    headers: dict[str, str]
    reads: int
    instants: dict[datetime, str] = field(default_factory=dict)  # each asked once: it is traced
    answered: Counter[str] = field(default_factory=Counter)
    unanswered: int = 0

    def read(self, first: int, done: Event) -> None:
        """Until there were enough answers; each read differs from all others by its instant."""
        with Client(base_url=self.url, timeout=PATIENCE) as client:
            ines = Speaker(client, self.headers)  # type: ignore[arg-type] # a real client
            for number in count(first, READERS):
                if done.is_set() or self.answered.total() >= self.reads:
                    return
                try:
                    self._read_one(ines, number)
                except TransportError:
                    self.unanswered += 1

    def _read_one(self, ines: Speaker, number: int) -> None:
        match number // READERS % 5:
            case 0:
                answer = ines.says(f"{self.awa}/copies")
                if answer.is_success:
                    at = datetime.fromisoformat(answer.json()["given_at"])
                    self.instants[at] = "copies"
            case 1:
                answer = ines.says("/searches", name="awa")
                if answer.is_success:
                    assert len(answer.json()) == 1
            case part:
                path = ("/timeline", "/notes", "/identity")[part - 2]
                at = LATER + timedelta(microseconds=number)
                answer = ines.reads(f"{self.awa}{path}", as_of=at.isoformat())
                if answer.is_success:
                    self.instants[at] = path
        assert answer.status_code in {200, 201, 503}, answer.text
        if answer.is_success:
            self.answered["searches" if number // READERS % 5 == 1 else "others"] += 1


@contextmanager
def mortal(settings: Settings) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server's address, and the process that kills it and has it born again."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = subprocess.Popen(  # noqa: S603 (our own arguments)
            [sys.executable, "-m", "tests.faults.serving", str(listener.fileno())],
            cwd=ROOT,
            env=environment(settings),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[listener.fileno()],
            text=True,
        )
        try:
            until_open(process)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", process
        finally:
            process.communicate(timeout=PATIENCE)


def until_open(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"


def kill(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("kill\n")
    process.stdin.flush()
    until_open(process)


def storm(
    settings: Settings, *, reads: int, alive: float, most_kills: int | None = None
) -> dict[str, int]:
    """Read under kills; how it went, and the answers for which there is no trace."""
    founded(settings)
    kills, done = 0, Event()
    with mortal(settings) as (url, process), Client(base_url=url, timeout=PATIENCE) as client:
        ines = signing_in(client)("ines")
        awa = ines.pathway()
        ines.recorded(f"{awa}/identity", identity={"given_names": "Awa"})
        with place_on(settings) as place:
            place.project()
        readers = Readers(url, awa, ines.headers, reads)
        with ThreadPoolExecutor(READERS) as threads:
            reading = [threads.submit(readers.read, n, done) for n in range(READERS)]
            try:
                while not all(one.done() for one in reading):
                    sleep(random.uniform(0, alive))
                    if kills != most_kills:
                        kill(process)
                        kills += 1
            finally:
                done.set()
            for one in reading:
                one.result()
    stored = traces_of(settings, UUID(awa.rpartition("/")[2]))
    return {
        "answered": readers.answered.total(),
        "unanswered": readers.unanswered,
        "kills": kills,
        "traces": len(stored),
        "answers without a trace": without_trace(readers, stored),
    }


def without_trace(readers: Readers, stored: list[Trace]) -> int:
    """Answers for which there is no trace: of searches as many, of others one of that instant."""
    found = sum(trace.look is Look.SEARCH for trace in stored)
    untold = readers.instants.keys() - {trace.as_of for trace in stored}
    return len(untold) + max(0, readers.answered["searches"] - found)


def traces_of(settings: Settings, pathway_id: UUID) -> list[Trace]:
    with engine_on(settings, Group.TRACES) as engine:
        return TraceTable(engine).of_pathway(pathway_id)


def test_no_answer_is_without_its_trace(settings: Settings) -> None:
    told = storm(settings, reads=40, alive=0.3, most_kills=2)
    assert told["answered"] >= 40
    assert told["kills"] == 2
    assert told["answers without a trace"] == 0, told


def test_an_answer_without_its_trace_is_seen() -> None:
    readers = Readers("", "", {}, reads=2)
    readers.instants[LATER] = "/notes"
    readers.answered["searches"] += 1
    searched = replace(A_LOOK, look=Look.SEARCH)
    read = replace(A_LOOK, as_of=LATER)
    assert without_trace(readers, [read, searched]) == 0
    assert without_trace(readers, [read]) == without_trace(readers, [searched]) == 1


@pytest.mark.long
def test_of_ten_thousand_answers_none_is_without_its_trace(settings: Settings) -> None:
    began = monotonic()
    told = storm(settings, reads=10_000, alive=5.0)
    kind = "sqlite" if settings.embedded else "postgres"
    save(f"readers-killed-{kind}", {**told, "seconds": round(monotonic() - began)})
    assert told["answers without a trace"] == 0, told

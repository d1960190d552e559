"""The checker sees each fault that is planted, and nothing where there is none."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Event, Lock
from uuid import uuid4

import pytest

from application.ports import Context, Recorded
from domain.kernel import DomainEvent
from domain.refusals import ChangedMeanwhile
from tests.fakes.event_log import EventLogInMemory
from tests.faults.checking import Broken, Evidence, faults
from tests.faults.following import follow
from tests.faults.journal import Journal, read
from tests.faults.writing import Asked, work_of, write

WRITERS = 4
COMMANDS = 50  # each writer's
SOUND = 60  # appends before one goes wrong
AN_HOUR = timedelta(hours=1)


class FaultyLog(EventLogInMemory):
    """Goes wrong once, at the first append after some that suits its fault."""

    def __init__(self) -> None:
        super().__init__()
        self.appends = count(1)
        self.planted = False
        self.turn = Lock()

    def append(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        asked = Asked(context.command_id, events[0].originator_id)
        with self.turn:
            ripe = next(self.appends) > SOUND and not self.planted
            if ripe and self.suits(asked) and self.would_take(events):
                self.planted = True
                return self.go_wrong(events, context)
            return super().append(events, context)

    def would_take(self, events: Sequence[DomainEvent]) -> bool:
        """Nobody wrote first: an append that is refused anyway would plant nothing."""
        stream_id, version = events[0].originator_id, events[0].originator_version
        return version == self.heads([stream_id]).get(stream_id, 0) + 1

    def suits(self, asked: Asked) -> bool:
        return bool(asked.facts)

    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        return super().append(events, context)


class LosesOne(FaultyLog):
    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        recorded = super().go_wrong(events, context)
        del self.events[recorded.position - len(events) :]
        return recorded


class RepeatsOne(FaultyLog):
    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        super().go_wrong(events, context)
        self.answers.clear()
        later = [e._replace(originator_version=e.originator_version + len(events)) for e in events]
        return super().go_wrong(later, context)


class ReportsFailedWhatIsStored(FaultyLog):
    def suits(self, asked: Asked) -> bool:
        return asked.gives_up

    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        super().go_wrong(events, context)
        raise ChangedMeanwhile


class StoresInPart(FaultyLog):
    def suits(self, asked: Asked) -> bool:
        return len(asked.facts) > 1

    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        return super().go_wrong(events[:1], context)


class ForgetsTheTime(FaultyLog):
    def go_wrong(self, events: Sequence[DomainEvent], context: Context) -> Recorded:
        recorded = super().go_wrong(events, context)
        self.events[-1] = self.events[-1]._replace(recorded_at=recorded.recorded_at - AN_HOUR)
        return recorded


def evidence_on(log: EventLogInMemory, folder: Path) -> Evidence:
    """What several writers and a follower saw of a log."""
    streams, done = [uuid4() for _ in range(5)], Event()
    paths = [folder / f"{writer}.jsonl" for writer in range(WRITERS)]

    def run(path: Path) -> None:
        journal = Journal(path)
        write(log, work_of(path.name, COMMANDS, streams), journal)
        journal.close()

    with ThreadPoolExecutor(WRITERS + 1) as threads:
        follower = threads.submit(follow, log, done, page=7)
        for writer in [threads.submit(run, path) for path in paths]:
            writer.result()
        done.set()
        followed = follower.result()
    told = [line for path in paths for line in read(path)]
    return Evidence(told, log.after(0, limit=10_000), followed)


def test_nothing_is_found_in_a_sound_history(tmp_path: Path) -> None:
    evidence = evidence_on(EventLogInMemory(), tmp_path)
    assert len(evidence.told) == WRITERS * COMMANDS
    assert faults(evidence) == []


@pytest.mark.parametrize(
    ("log", "broken"),
    [
        (LosesOne, Broken.LOST),
        (RepeatsOne, Broken.IN_PART),
        (ReportsFailedWhatIsStored, Broken.FALSELY_REFUSED),
        (StoresInPart, Broken.IN_PART),
        (ForgetsTheTime, Broken.BACK_IN_TIME),
    ],
)
def test_a_faulty_log_is_seen(log: type[FaultyLog], broken: Broken, tmp_path: Path) -> None:
    assert broken in {fault.broken for fault in faults(evidence_on(log(), tmp_path))}


@pytest.mark.parametrize(
    ("seen", "broken"),
    [
        (lambda events: events[:50] + events[51:], Broken.SKIPPED),
        (lambda events: events[:-1], Broken.SKIPPED),
        (lambda events: [*events[:50], *events[49:]], Broken.REPEATED),
        (lambda events: [*events[:50], events[51], events[50], *events[52:]], Broken.DISORDERED),
        (lambda events: [events[0]._replace(position=9_999), *events[1:]], Broken.INVENTED),
    ],
)
def test_a_faulty_follower_is_seen(
    seen: Callable[[list[DomainEvent]], list[DomainEvent]], broken: Broken, tmp_path: Path
) -> None:
    evidence = evidence_on(EventLogInMemory(), tmp_path)
    faulty = replace(evidence, followed=seen(list(evidence.followed)))
    assert broken in {fault.broken for fault in faults(faulty)}


def test_a_missing_version_is_seen(tmp_path: Path) -> None:
    evidence = evidence_on(EventLogInMemory(), tmp_path)
    stored = [*evidence.stored[:20], *evidence.stored[21:]]
    found = {fault.broken for fault in faults(replace(evidence, stored=stored))}
    assert Broken.MISNUMBERED in found

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from infrastructure.event_store.committer import CommitFailed, Committer

PATIENCE = 10  # seconds, before a test that hangs is a test that fails


class Odd(Exception):
    pass


class Ledger:
    """Commits when it is let; keeps what each commit held."""

    def __init__(self) -> None:
        self.commits: list[list[int]] = []
        self.begun = Event()
        self.open = Event()
        self.broken = False

    def commit(self, items: Sequence[int]) -> Sequence[int | Exception]:
        self.commits.append(list(items))
        self.begun.set()
        assert self.open.wait(PATIENCE)
        if self.broken:
            raise OSError("the disk is gone")
        return [Odd(str(item)) if item % 2 else item * 10 for item in items]


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(64) as threads:
        yield threads


def wait_for_queue(committer: Committer[int, int], length: int) -> None:
    while len(committer._queue) < length:  # noqa: SLF001 (nothing public tells who waits)
        pass


def gathered(
    ledger: Ledger, committer: Committer[int, int], threads: ThreadPoolExecutor, items: list[int]
) -> list[Future[int]]:
    """Submit the first item, and the others while it is being committed."""
    futures = [threads.submit(committer.submit, items[0])]
    assert ledger.begun.wait(PATIENCE)
    for waiting, item in enumerate(items[1:], start=1):
        futures.append(threads.submit(committer.submit, item))
        wait_for_queue(committer, waiting)
    return futures


def test_an_idle_caller_commits_itself(ledger: Ledger) -> None:
    ledger.open.set()
    assert Committer(ledger.commit).submit(2) == 20
    assert ledger.commits == [[2]]


def test_what_arrives_during_a_commit_goes_together_in_the_next(
    ledger: Ledger, threads: ThreadPoolExecutor
) -> None:
    futures = gathered(ledger, Committer(ledger.commit), threads, [2, 4, 6, 8])
    ledger.open.set()
    assert [future.result(PATIENCE) for future in futures] == [20, 40, 60, 80]
    assert ledger.commits == [[2], [4, 6, 8]]


def test_a_commit_has_its_most(ledger: Ledger, threads: ThreadPoolExecutor) -> None:
    futures = gathered(ledger, Committer(ledger.commit, most=2), threads, [2, 4, 6, 8])
    ledger.open.set()
    assert [future.result(PATIENCE) for future in futures] == [20, 40, 60, 80]
    assert ledger.commits == [[2], [4, 6], [8]]


def test_several_items_of_one_caller_go_together(
    ledger: Ledger, threads: ThreadPoolExecutor
) -> None:
    committer = Committer(ledger.commit, most=3)
    ledger.open.set()
    alone, odd, *others = committer.submit_each([2, 3, 4, 6, 8])
    assert (alone, others) == (20, [40, 60, 80])
    assert isinstance(odd, Odd)
    assert ledger.commits == [[2, 3, 4], [6, 8]]
    assert committer.submit_each([]) == []
    several = [threads.submit(committer.submit_each, [n, n + 2]) for n in range(4, 404, 4)]
    for n, future in zip(range(4, 404, 4), several, strict=True):
        assert future.result(PATIENCE) == [10 * n, 10 * n + 20]


def test_several_items_of_one_caller_wait_for_a_commit_that_is_on(
    ledger: Ledger, threads: ThreadPoolExecutor
) -> None:
    committer = Committer(ledger.commit)
    futures = gathered(ledger, committer, threads, [2, 4])
    several = threads.submit(committer.submit_each, [6, 8])
    wait_for_queue(committer, 3)
    ledger.open.set()
    assert several.result(PATIENCE) == [60, 80]
    assert [future.result(PATIENCE) for future in futures] == [20, 40]
    assert ledger.commits == [[2], [4, 6, 8]]


def test_a_commit_that_breaks_down_is_told_for_each_item(ledger: Ledger) -> None:
    ledger.open.set()
    ledger.broken = True
    outcomes = Committer(ledger.commit).submit_each([2, 4])
    assert [type(one) for one in outcomes] == [CommitFailed, CommitFailed]


def test_each_caller_gets_its_own_exception(ledger: Ledger, threads: ThreadPoolExecutor) -> None:
    futures = gathered(ledger, Committer(ledger.commit), threads, [2, 3, 4, 5])
    ledger.open.set()
    assert futures[0].result(PATIENCE) == 20
    assert futures[2].result(PATIENCE) == 40
    for future, name in ((futures[1], "3"), (futures[3], "5")):
        with pytest.raises(Odd, match=name):
            future.result(PATIENCE)


def test_a_commit_that_breaks_down_is_told_to_all_it_carried_and_to_no_other(
    ledger: Ledger, threads: ThreadPoolExecutor
) -> None:
    committer = Committer(ledger.commit)
    ledger.broken = True
    futures = gathered(ledger, committer, threads, [2, 4, 6])
    ledger.open.set()
    for future in futures:
        with pytest.raises(CommitFailed):
            future.result(PATIENCE)
    ledger.broken = False
    assert committer.submit(8) == 80


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers")
@pytest.mark.parametrize("items", [[4], [4, 8, 10]], ids=["one", "several"])
def test_a_caller_interrupted_while_it_waits_keeps_nobody_waiting(
    ledger: Ledger, threads: ThreadPoolExecutor, items: list[int]
) -> None:
    committer = Committer(ledger.commit)
    first = threads.submit(committer.submit, 2)
    assert ledger.begun.wait(PATIENCE)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            committer.submit_each(items)
    finally:
        signal.signal(signal.SIGALRM, before)
    last = threads.submit(committer.submit, 6)
    wait_for_queue(committer, 1)
    ledger.open.set()
    assert [first.result(PATIENCE), last.result(PATIENCE)] == [20, 60]
    assert ledger.commits == [[2], [6]]


def test_nobody_is_forgotten_in_a_crowd(ledger: Ledger, threads: ThreadPoolExecutor) -> None:
    committer = Committer(ledger.commit)
    ledger.open.set()
    items = range(0, 10_000, 2)
    assert list(threads.map(committer.submit, items, timeout=PATIENCE)) == [10 * n for n in items]
    assert sorted(item for commit in ledger.commits for item in commit) == list(items)
    assert max(map(len, ledger.commits)) <= 32

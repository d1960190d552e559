from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Event, Thread
from uuid import UUID

import pytest

from application.refusals import StoreUnavailable
from application.views.ports import Progress, Step
from application.views.view import VIEWS
from workers.projector import Keeping, ProjectorThread, keep_projecting

ALL_DONE = Step(events=0)


@dataclass
class Steps:
    """A projector that does what it is told, then finds nothing more."""

    script: list[Step | Exception]
    taken: int = 0
    done: Event = field(default_factory=Event)

    def step(self) -> Step:
        self.taken += 1
        if not self.script:
            self.done.set()
            return ALL_DONE
        told = self.script.pop(0)
        if isinstance(told, Exception):
            raise told
        return told


@dataclass
class Remaking:
    """Remakes and parked streams that only note what is asked of them."""

    far_behind: bool = False
    old: Collection[str] = ()
    rebuilt: list[set[str]] = field(default_factory=list)
    retried: Event = field(default_factory=Event)
    done: Event = field(default_factory=Event)
    fails: bool = False

    def outdated(self) -> Collection[str]:
        return self.old

    def is_far_behind(self) -> bool:
        return self.far_behind

    def rebuild(self, views: Collection[str], progress: Progress) -> None:
        if self.fails:
            raise StoreUnavailable
        progress(1, 2)
        self.rebuilt.append(set(views))
        self.done.set()

    def retry(self) -> int:
        self.retried.set()
        return 0

    def unpark(self, stream_id: UUID) -> bool:
        raise NotImplementedError(stream_id)


def thread_of(steps: Steps, remaking: Remaking) -> ProjectorThread:
    return ProjectorThread(Keeping(steps, remaking, remaking))


def test_what_waits_is_projected_at_once_then_looked_for_again() -> None:
    steps = Steps([Step(events=500), Step(events=3)])
    thread = thread_of(steps, Remaking())
    thread.start()
    assert steps.done.wait(timeout=10)
    taken = steps.taken
    steps.done.clear()
    thread.wake()
    assert steps.done.wait(timeout=10)
    thread.stop()
    assert steps.taken > taken


@pytest.mark.parametrize(
    "trouble",
    [StoreUnavailable(), Step(events=0, overtaken=True), Step(events=1, parked=(UUID(int=1),))],
)
def test_a_projector_outlives_what_it_meets(trouble: Step | Exception) -> None:
    steps = Steps([trouble])
    thread = thread_of(steps, Remaking())
    thread.start()
    assert steps.done.wait(timeout=10)
    thread.stop()
    assert not thread.thread.is_alive()


def test_views_far_behind_are_made_again_before_they_are_followed() -> None:
    steps, remaking = Steps([]), Remaking(far_behind=True)
    thread = thread_of(steps, remaking)
    thread.start()
    assert steps.done.wait(timeout=10)
    thread.stop()
    assert remaking.rebuilt == [set(VIEWS)]


def test_outdated_views_are_made_again_while_the_others_are_followed() -> None:
    steps, remaking = Steps([]), Remaking(old={"agenda"})
    thread = thread_of(steps, remaking)
    thread.start()
    assert remaking.done.wait(timeout=10)
    assert steps.done.wait(timeout=10)
    thread.stop()
    assert remaking.rebuilt == [{"agenda"}]
    assert remaking.retried.is_set()


def test_a_rebuild_that_fails_does_not_stop_the_projection() -> None:
    steps, remaking = Steps([]), Remaking(far_behind=True, old={"agenda"}, fails=True)
    thread = thread_of(steps, remaking)
    thread.start()
    assert steps.done.wait(timeout=10)
    thread.stop()
    assert remaking.rebuilt == []


def test_told_to_stop_a_rebuild_ends_where_it_stands() -> None:
    remaking = Remaking(far_behind=True)
    thread = thread_of(Steps([]), remaking)
    thread.stopped.set()
    thread.start()
    thread.stop()
    assert remaking.rebuilt == []


def test_a_stop_ends_it_even_when_the_same_event_wakes_it() -> None:
    stop = Event()
    running = Thread(target=keep_projecting, args=(Steps([]), stop, stop))
    running.start()
    stop.set()
    running.join(timeout=10)
    assert not running.is_alive()

"""When pathways are compared: after the answers, as the history grows."""

from dataclasses import dataclass, field
from threading import Event, Thread

from application.duplicates.match_pathways import match_pathways
from application.duplicates.ports import Matching
from workers.loops import repeat


def keep_matching(matching: Matching, stop: Event) -> None:
    """Follow the history; several may run."""
    repeat(lambda: match_pathways(matching) > 0, stop, name="duplicates")


@dataclass(slots=True)
class MatchingThread:
    """The same, in a thread of the process that serves or schedules."""

    matching: Matching
    stopped: Event = field(default_factory=Event)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(
            target=lambda: keep_matching(self.matching, self.stopped),
            name="duplicates",
            daemon=True,
        )

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """Wait for what has begun."""
        self.stopped.set()
        self.thread.join()

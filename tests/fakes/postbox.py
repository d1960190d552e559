"""A postbox in memory: it keeps letters, and refuses or is killed when asked to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from application.reminders.postbox import Letter
from domain.pathway.reminders import Channel


class Killed(BaseException):
    """What a worker meets when it is killed: nothing after it runs."""


@dataclass
class PostboxInMemory:
    """It names each letter `m-` and its key."""

    channels: frozenset[Channel] = frozenset({Channel.EMAIL, Channel.TEXT})
    knows_keys: bool = True
    letters: list[Letter] = field(default_factory=list)
    before: Callable[[Letter], None] = lambda _: None
    after: Callable[[Letter], None] = lambda _: None
    lock: Lock = field(default_factory=Lock)

    @property
    def keyed(self) -> frozenset[Channel]:
        return self.channels if self.knows_keys else frozenset()

    def deliver(self, letter: Letter) -> str | None:
        self.before(letter)
        with self.lock:
            known = {(one.key, one.channel) for one in self.letters}
            if not self.knows_keys or (letter.key, letter.channel) not in known:
                self.letters.append(letter)
        self.after(letter)
        return f"m-{letter.key}"

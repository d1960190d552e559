"""A step of a story: who asked what, and when; loading a demo is taking its steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from application.commands import Command
from application.network import Network
from application.ports import Recorded
from domain.members import Member

DEMO = UUID("c02dee00-0000-4000-8000-00000000de30")  # whose commands derive their ids from here


@dataclass(frozen=True, slots=True)
class Step:
    act: Callable[..., Recorded]  # the use case
    command: Command
    by: Member | None = None  # None: nobody acts yet

    def take(self, network: Network) -> Recorded:
        """Have the use case run its command, as any door of the house would."""
        if self.by is None:
            return self.act(network, self.command)
        return self.act(network, self.command, self.by)


def command_id(*words: Any) -> UUID:
    """The same for the same words, so that loading again records nothing twice."""
    return uuid5(DEMO, "/".join(str(word) for word in words))

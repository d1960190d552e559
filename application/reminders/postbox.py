"""How a message leaves the house, and the ways in which it may not.

NotDelivered
 ├─ Undeliverable   it never will be: trying again is of no use
 ├─ TryLater        it was not; it may be in a while
 │   └─ OursToMend  once whoever runs this has set something right
 ├─ NotTried        its way is closed for a while: nobody was asked
 └─ Unclear         nobody knows whether it was

A reason that begins with `gateway-` speaks of the gateway itself, and of no letter in particular.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from domain.pathway.reminders import Channel


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to one address; its key is the same at each attempt."""

    key: UUID
    channel: Channel
    to: str = field(repr=False)  # e-mail address, or number as E.164 writes it
    subject: str
    text: str


NOW = timedelta(0)


class NotDelivered(Exception):
    """`reason` is a code; it never carries what a gateway said, which may name the person."""

    after = NOW  # how long to wait at least before another try

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Undeliverable(NotDelivered): ...


class TryLater(NotDelivered):
    """`after` is what the gateway asks, where it does."""

    def __init__(self, reason: str, *, after: timedelta = NOW) -> None:
        super().__init__(reason)
        self.after = after


class OursToMend(TryLater): ...


class NotTried(NotDelivered):
    """`after` is how long to leave it alone; it counts as no try."""

    def __init__(self, reason: str, *, after: timedelta) -> None:
        super().__init__(reason)
        self.after = after


class Unclear(NotDelivered): ...


class Postbox(Protocol):
    """Where letters are handed in; calls block until they are accepted."""

    @property
    def channels(self) -> frozenset[Channel]:
        """What it can carry."""

    @property
    def keyed(self) -> frozenset[Channel]:
        """Where a letter that is handed in again under the same key leaves once."""

    def deliver(self, letter: Letter) -> str | None:
        """Hand a letter in; by what name the gateway will tell what became of it, if it will.

        Raises:
            NotDelivered: one of the ways above.
        """

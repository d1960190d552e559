"""What is asked of an installation to tell how it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Work(StrEnum):
    """What somebody does to keep it, by hand or by a clock of theirs."""

    BACKUP = "backup"
    ROTATION = "rotation"  # of the keys


@dataclass(frozen=True, slots=True)
class Done:
    at: datetime
    number: int  # a backup's last position of the history; a rotation's epoch


class Upkeep(Protocol):
    """The last time that each work was done.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def note(self, work: Work, *, at: datetime, number: int) -> None: ...

    def last(self, work: Work) -> Done | None:
        """None: never since Cordée notes it."""


class Epochs(Protocol):
    """The epochs of the keys.

    Raises:
        StoreUnavailable: their database cannot be reached.
    """

    def epoch(self) -> int:
        """The one under which every key is wrapped from now on."""

    def of_older_epochs(self, than: int) -> int:
        """How many keys a rotation that was cut left under older ones."""


class Clocks(Protocol):
    """Which pathways are looked at again because something may end there by itself.

    Raises:
        StoreUnavailable: their database cannot be reached.
    """

    def followed_up_to(self) -> int:
        """The position of the history up to which such pathways were found."""

    def late(self, now: datetime) -> int:
        """How many should have been looked at by now."""


class Versions(Protocol):
    def __call__(self) -> Mapping[str, str]:
        """What runs here, by name.

        Raises:
            StoreUnavailable: a database cannot be reached.
        """

"""What following the history for duplicates needs from outside."""

from dataclasses import dataclass
from typing import Protocol

from application.network import Network
from application.views.likenesses import Likenesses


class Bookmark(Protocol):
    """How far a follower has read the history; several followers never go back.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def position(self) -> int: ...

    def move(self, *, read_from: int, read_to: int) -> bool:
        """Read on; False when another process has meanwhile."""


@dataclass(frozen=True, slots=True)
class Matching:
    network: Network
    likenesses: Likenesses
    bookmark: Bookmark

"""One line of a day: who, what, since when, and the one thing that resolves it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Act:
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    pathway_id: UUID | None  # None: one's organisation may not open it yet
    person: str
    said: str
    when: str
    acts: tuple[Act, ...]  # the first resolves it
    is_late: bool = False
    more: str = ""  # such as what the person answered
    item_id: UUID | None = None  # of what may be marked as read


@dataclass(frozen=True, slots=True)
class Group:
    name: str  # in the address of the page
    title: str
    lines: tuple[Line, ...]

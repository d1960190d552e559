"""What queries and the projector need from outside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from application.views.caseload import CaseloadFilter, CaseloadRow
from application.views.pages import Cursor, PageAsked
from application.views.reach import Reach


class Labels(Protocol):
    """Seals the few words that lists show, so that they are erased with their stream's key."""

    def seal(self, stream_id: UUID, text: str) -> bytes: ...

    def open_all(self, sealed: Mapping[UUID, bytes]) -> Mapping[UUID, str]:
        """The labels of these streams; one whose key is gone is absent.

        Raises:
            EventUnreadable: a label is not what was sealed for its stream.
        """


class Blinds(Protocol):
    """Turns a word into a token that only its organisation's key can make again."""

    def tokens(self, organisation_id: UUID, words: Iterable[str]) -> list[bytes]: ...


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """Rows that a viewer may see, by pathway in the order of the list, and when they were so."""

    rows: Mapping[UUID, Sequence[R]]
    called: Mapping[UUID, str]  # what lists call these people, where that is not erased
    position: int  # events up to here are in the rows
    next: Cursor | None


class CaseloadView(Protocol):
    def caseload(
        self, reach: Reach, wanted: CaseloadFilter, page: PageAsked, *, min_position: int
    ) -> Found[CaseloadRow]:
        """A page of rows, ordered by what is due first.

        Raises:
            ViewBehind: the view has not come to `min_position` in time.
        """


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of a projector did."""

    events: int
    overtaken: bool = False  # another projector did it meanwhile


class Projects(Protocol):
    """Keeps views up to date, a batch at a time."""

    def step(self) -> Step:
        """Project the next events, if there are any.

        Raises:
            StoreUnavailable: a database cannot be reached; asking again is safe.
        """

"""What the recorders of both databases share: the library's words, and ours, over one append."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, StoredEvent

from application.ports import Recorded
from application.refusals import CommandReused
from infrastructure.event_store.appends import Append
from infrastructure.event_store.committer import Committer
from infrastructure.event_store.polling import PollingSubscription
from infrastructure.event_store.rows import StoredRow


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command was answered, and to whom."""

    caller: UUID | None
    fingerprint: bytes
    recorded: Recorded

    def given_to(self, caller: UUID | None, fingerprint: bytes) -> Recorded | CommandReused:
        """The same answer again, for who asks the same thing again."""
        if (caller, fingerprint) != (self.caller, self.fingerprint):
            return CommandReused()
        return replace(self.recorded, repeated=True)


class HistoryRecorder(ApplicationRecorder, ABC):
    """One history, in commit order; commands are recognised by their id.

    Whatever reads or writes raises the library's `OperationalError` when the database cannot be
    reached; nothing is then known to be recorded, and asking again is safe.
    """

    def __init__(self) -> None:
        self._committer: Committer[Append, Recorded] = Committer(self._commit)

    def append(self, append: Append) -> Recorded:
        """Record an append, or find the first answer to its command.

        Raises:
            IntegrityError: the stream does not end just before it.
            CommandReused: its command id was used for something else, or by somebody else.
        """
        return self._committer.submit(append)

    def append_each(self, appends: Sequence[Append]) -> list[Recorded | Exception]:
        """Record several, in few commits; each has its outcome, or what `append` would raise."""
        return self._committer.submit_each(appends)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, fingerprint: bytes = b"", **_: Any
    ) -> Sequence[int] | None:
        if not stored_events:
            return None
        append = Append.of(stored_events, fingerprint)
        return [row.position for row in append.recorded(self.append(append))]

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> PollingSubscription:
        return PollingSubscription(self, gt, topics)

    @abstractmethod
    def _commit(self, appends: Sequence[Append]) -> Sequence[Recorded | Exception]:
        """Make these durable in one transaction, each stored or refused by itself."""

    @abstractmethod
    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredRow]: ...

    @abstractmethod
    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[StoredRow]: ...

    @abstractmethod
    def select_streams(self, stream_ids: Iterable[UUID]) -> Sequence[StoredRow]:
        """Every row of several streams, each in its order, in one round trip."""

    @abstractmethod
    def heads(self, stream_ids: Iterable[UUID]) -> Mapping[UUID, tuple[int, int]]:
        """The version and the position of each stream's last row; unknown streams are absent."""

    @abstractmethod
    def stream_ids(self, *, after: UUID | None, limit: int) -> list[UUID]:
        """The ids of all streams, in the order of their bytes."""

    @abstractmethod
    def answer_to(self, command_id: UUID) -> Answer | None:
        """What this command was answered, if it was recorded and not forgotten."""

    @abstractmethod
    def forget_answers(self, *, older_than: timedelta) -> int:
        """Forget the answers given before; returns how many. Those commands may run again."""

    @abstractmethod
    def close(self) -> None: ...

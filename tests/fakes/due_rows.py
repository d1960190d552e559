"""`DueRows` in memory, with a clock that tests move; the real one passes the same tests."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Lock
from uuid import UUID

from application.reminders.ports import (
    AT_THAT_MOMENT,
    SAID_SINCE,
    UNSETTLED,
    DueState,
    Row,
    Taken,
    Troubles,
)
from application.reminders.together import OpenRow, is_busy, leaving_with
from domain.reminders.due import Due
from domain.reminders.rules import MessageType

MOST_UNDER_WAY = 1_000
MOST_CUTS = 12
NO_LEASE = timedelta(hours=1)
UNDER_WAY = {DueState.QUEUED, DueState.SENDING}
AGAIN = timedelta(seconds=1)
STAYS = (DueState.DEAD, DueState.UNCERTAIN)


@dataclass
class Kept:
    row: Due
    look_at: datetime | None
    state: DueState = DueState.WAITING
    attempts: int = 0
    rests: int = 0
    cuts: int = 0
    reason: str | None = None
    letter_id: UUID | None = None
    ended_at: datetime | None = None
    settled_at: datetime | None = None
    settled_by: str | None = None

    def end(self, state: DueState, reason: str | None, now: datetime) -> None:
        self.state, self.look_at, self.reason, self.ended_at = state, None, reason, now

    def as_row(self) -> Row:
        return Row(
            due=self.row,
            state=self.state,
            look_at=self.look_at,
            attempts=self.attempts,
            cuts=self.cuts,
            reason=self.reason,
            ended_at=self.ended_at,
            settled_at=self.settled_at,
            settled_by=self.settled_by,
        )

    def as_open(self) -> OpenRow:
        look_at = self.look_at or self.row.due_at
        return OpenRow(self.row, self.state, look_at, self.letter_id, self.attempts)

    @property
    def end_if_cut(self) -> DueState | None:
        if self.row.message_type is MessageType.AT_MOST_ONCE:
            return DueState.UNCERTAIN
        return DueState.DEAD if self.cuts + 1 >= MOST_CUTS else None


@dataclass
class DueRowsInMemory:
    stopped_at: datetime | None = None  # None: the clock runs
    kept: dict[UUID, Kept] = field(default_factory=dict)
    position: int = 0
    lock: Lock = field(default_factory=Lock)

    def now(self) -> datetime:
        return self.stopped_at or datetime.now(UTC)

    def move_to(self, instant: datetime) -> None:
        self.stopped_at = instant

    def planned_up_to(self) -> int:
        return self.position

    def plan(self, rows: Iterable[Due], *, read_from: int, read_to: int) -> bool:
        with self.lock:
            if self.position != read_from:
                return False
            for row in rows:
                self.kept.setdefault(row.id, Kept(row, row.due_at))
            self.position = read_to
            return True

    def is_any_due(self) -> bool:
        return self.late() > 0 or bool(self._no_lease())

    def add(self, rows: Iterable[Due]) -> None:
        with self.lock:
            for row in rows:
                kept = self.kept.setdefault(row.id, Kept(row, row.due_at))
                if kept.state is DueState.WAITING and not kept.attempts:
                    kept.row, kept.look_at = row, row.due_at

    def claim(self, *, limit: int, lease: timedelta, urgent: bool = False) -> list[UUID]:
        with self.lock:
            now = self.now()
            for kept in self._no_lease():
                kept.look_at = now
            looked_at = [
                kept
                for kept in self.kept.values()
                if kept.look_at and kept.look_at <= now and (kept.row.urgent or not urgent)
            ]
            under_way = [
                kept
                for kept in self.kept.values()
                if kept.state in UNDER_WAY and kept not in looked_at
            ]
            room = limit if urgent else max(min(limit, MOST_UNDER_WAY - len(under_way)), 0)
            handed = []
            for kept in sorted(looked_at, key=lambda kept: kept.look_at or now)[:room]:
                if kept.state is DueState.SENDING:
                    if end := kept.end_if_cut:
                        kept.end(end, "cut", now)
                    kept.cuts += 1
                if kept.look_at:
                    kept.state, kept.look_at = DueState.QUEUED, now + lease
                    handed.append(kept.row.id)
            return handed

    def take(
        self, due_id: UUID, *, lease: timedelta, within: timedelta | None = None
    ) -> Taken | None:
        with self.lock:
            kept = self.kept.get(due_id)
            if kept is None or kept.state is not DueState.QUEUED:
                return None
            now, mine = self.now(), kept.as_open()
            rows = [] if within is None else self._open_beside(kept)
            if is_busy(mine, rows, now=now):
                kept.state, kept.look_at = DueState.WAITING, now + AGAIN
                return None
            others = leaving_with(mine, rows, now=now, until=now + (within or AT_THAT_MOMENT))
            together = tuple(self._take(row.due.id, mine.letter, lease) for row in others)
            return replace(self._take(due_id, mine.letter, lease), together=together)

    def renew(self, taken: Sequence[Taken], *, lease: timedelta) -> None:
        for one in taken:
            if self.is_own(one):
                self.kept[one.due.id].look_at = self.now() + lease

    def is_own(self, taken: Taken) -> bool:
        kept = self._own(taken)
        return bool(kept and kept.look_at and kept.look_at > self.now())

    def put_off(
        self,
        taken: Taken,
        *,
        until: datetime,
        failure: str | None = None,
        tried: bool = True,
        cut: bool = False,
    ) -> bool:
        with self.lock:
            if kept := self._own(taken):
                kept.state, kept.look_at = DueState.WAITING, until
                kept.rests += 0 if failure and tried else 1
                kept.cuts += 1 if cut else 0
                kept.letter_id = taken.letter_id if (failure and tried) or taken.cuts else None
                kept.reason = failure or taken.failure
            return kept is not None

    def finish(self, taken: Taken, state: DueState, *, reason: str | None = None) -> bool:
        with self.lock:
            mine = self._not_said_since if state is DueState.SENT else self._own
            if kept := mine(taken):
                kept.end(state, reason, self.now())
            return kept is not None

    def row(self, due_id: UUID) -> Row | None:
        kept = self.kept.get(due_id)
        return kept.as_row() if kept else None

    def rows(self, states: Collection[DueState], *, limit: int) -> list[Row]:
        found = [kept.as_row() for kept in self.kept.values() if kept.state in states]
        return sorted(found, key=lambda row: row.due.due_at, reverse=True)[:limit]

    def reopen(self, due_id: UUID, *, by: str) -> bool:
        with self.lock:
            if kept := self._unsettled(due_id, by):
                if kept.state is DueState.UNCERTAIN:
                    kept.cuts = max(kept.cuts, 1)
                kept.state, kept.look_at, kept.ended_at = DueState.WAITING, self.now(), None
                kept.rests = kept.attempts
                kept.letter_id = kept.letter_id if kept.cuts else None
            return kept is not None

    def drop(self, due_id: UUID, *, reason: str, by: str) -> bool:
        with self.lock:
            if kept := self._unsettled(due_id, by):
                kept.end(DueState.DROPPED, reason, self.now())
            return kept is not None

    def purge(self, *, older_than: timedelta) -> int:
        before = self.now() - older_than
        gone = [
            due_id
            for due_id, kept in self.kept.items()
            if kept.ended_at and kept.ended_at < before and kept.state not in STAYS
        ]
        for due_id in gone:
            del self.kept[due_id]
        return len(gone)

    def _unsettled(self, due_id: UUID, by: str) -> Kept | None:
        kept = self.kept.get(due_id)
        if kept is None or kept.state not in UNSETTLED:
            return None
        kept.settled_at, kept.settled_by = self.now(), by
        return kept

    def of_pathway(self, pathway_id: UUID) -> list[Row]:
        found = [kept.as_row() for kept in self.kept.values()]
        theirs = [row for row in found if row.due.pathway_id == pathway_id]
        return sorted(theirs, key=lambda row: (row.due.due_at, row.due.id))

    def forget(self, pathway_id: UUID) -> int:
        gone = [due_id for due_id, kept in self.kept.items() if kept.row.pathway_id == pathway_id]
        for due_id in gone:
            del self.kept[due_id]
        return len(gone)

    def late(self) -> int:
        now = self.now()
        return len([kept for kept in self.kept.values() if kept.look_at and kept.look_at <= now])

    def troubles(self, *, within: timedelta) -> Troubles:
        now = self.now()
        looks = [kept.look_at for kept in self.kept.values() if kept.look_at]
        held_up = [
            kept.reason
            for kept in self.kept.values()
            if kept.state is DueState.WAITING and kept.reason
        ]
        failed = [
            kept.reason or ""
            for kept in self.kept.values()
            if kept.state in STAYS and kept.ended_at and kept.ended_at > now - within
        ]
        late = max(now - min(looks, default=now), timedelta())
        return Troubles(late, Counter(held_up), Counter(failed))

    def counts(self) -> Mapping[DueState, int]:
        found = Counter(kept.state for kept in self.kept.values())
        return {state: found[state] for state in DueState}

    def _no_lease(self) -> list[Kept]:
        far = self.now() + NO_LEASE
        open_rows = [kept for kept in self.kept.values() if kept.look_at and kept.look_at > far]
        return [kept for kept in open_rows if kept.state in UNDER_WAY]

    def _open_beside(self, kept: Kept) -> list[OpenRow]:
        of_the_person = [
            one for one in self.kept.values() if one.row.pathway_id == kept.row.pathway_id
        ]
        return [one.as_open() for one in of_the_person if one.look_at]

    def _take(self, due_id: UUID, letter_id: UUID, lease: timedelta) -> Taken:
        kept = self.kept[due_id]
        kept.cuts += 1 if kept.state is DueState.SENDING else 0
        kept.state, kept.look_at = DueState.SENDING, self.now() + lease
        kept.attempts += 1
        kept.letter_id = letter_id
        tries = kept.attempts - kept.rests
        return Taken(kept.row, kept.attempts, tries, kept.cuts, kept.reason, self.now(), letter_id)

    def _not_said_since(self, taken: Taken) -> Kept | None:
        kept = self.kept.get(taken.due.id)
        return kept if kept and kept.state not in SAID_SINCE else None

    def _own(self, taken: Taken) -> Kept | None:
        kept = self.kept.get(taken.due.id)
        lost = kept is None or (kept.state, kept.attempts) != (DueState.SENDING, taken.attempt)
        return None if lost else kept

"""`DueRows` on the desk's tables: each step is one transaction, by the database's clock."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Update,
    and_,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    type_coerce,
    update,
)

from application.reminders.ports import SAID_SINCE, DueState, Row, Taken, Troubles
from domain.reminders.due import Due
from domain.reminders.rules import MessageType
from infrastructure.desk import DatabaseNow, Desk, inserting
from infrastructure.reminders import settling
from infrastructure.reminders.restored import MICROSECOND, RESTORED, held_back_until
from infrastructure.reminders.tables import due_rows, followers, letter_names
from infrastructure.reminders.taking import take
from infrastructure.reminders.troubles import troubles

PLANNER = "reminders"
AT_ONCE = 500  # rows in one statement
CUT = "cut"  # nobody knows how it ended
NO_LEASE = timedelta(hours=1)  # longer than any: whoever gave it had a wrong clock

columns = due_rows.c
UNDER_WAY = columns.state.in_([DueState.QUEUED, DueState.SENDING])


Told = Callable[[Taken, DueState], None]  # a worker let go of a row


def tell_nobody(taken: Taken, state: DueState) -> None:
    """For who does not count."""


class DueRowsInTables:
    """`most_under_way` bounds what is handed out at once, however much is due.

    A row whose workers were cut `most_cuts` times is given up: it kills whoever takes it.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        most_under_way: int = 1_000,
        most_cuts: int = 12,
        told: Told = tell_nobody,
    ) -> None:
        self._desk = desk
        self._told = told
        self._most_under_way = most_under_way
        self._most_cuts = most_cuts

    def now(self) -> datetime:
        with self._desk.reading() as connection:
            now: datetime = connection.execute(select(DatabaseNow())).scalar_one()
        return now

    def planned_up_to(self) -> int:
        query = select(followers.c.position).where(followers.c.name == PLANNER)
        with self._desk.reading() as connection:
            position: int = connection.execute(query).scalar_one()
        return position

    def plan(self, rows: Iterable[Due], *, read_from: int, read_to: int) -> bool:
        with self._desk.writing() as connection:
            if not _read_on(connection, read_from, read_to):
                return False
            _add(connection, rows)
            return True

    def add(self, rows: Iterable[Due]) -> None:
        planned = list(rows)
        with self._desk.writing() as connection:
            _add(connection, planned)
            for row in planned:
                connection.execute(_moved(row))

    def is_any_due(self) -> bool:
        due = exists().where(columns.look_at <= DatabaseNow())
        with self._desk.reading() as connection:
            return bool(connection.execute(select(or_(due, exists().where(_no_lease())))).scalar())

    def claim(self, *, limit: int, lease: timedelta, urgent: bool = False) -> list[UUID]:
        with self._desk.writing() as connection:
            now = connection.execute(select(DatabaseNow())).scalar_one()
            connection.execute(update(due_rows).where(_no_lease()).values(look_at=now))
            room = limit if urgent else min(limit, self._room(connection, now))
            found = connection.execute(_to_look_at(now, limit=room, urgent=urgent)).all()
            if not found:
                return []
            ended = {row.id: end for row in found if (end := self._end_of(row))}
            for state in set(ended.values()):
                over = [due_id for due_id, end in ended.items() if end is state]
                connection.execute(_ended(over, state))
            handed = [row.id for row in found if row.id not in ended]
            connection.execute(_queued(handed, until=now + lease))
            return handed

    def take(
        self, due_id: UUID, *, lease: timedelta, within: timedelta | None = None
    ) -> Taken | None:
        with self._desk.writing() as connection:
            return take(connection, due_id, lease=lease, within=within)

    def renew(self, taken: Sequence[Taken], *, lease: timedelta) -> None:
        with self._desk.writing() as connection:
            now = connection.execute(select(DatabaseNow())).scalar_one()
            for one in taken:
                renewing = update(due_rows).where(_own(one), columns.look_at > now)
                connection.execute(renewing.values(look_at=now + lease))

    def is_own(self, taken: Taken) -> bool:
        query = select(columns.id).where(_own(taken), columns.look_at > DatabaseNow())
        with self._desk.reading() as connection:
            return connection.execute(query).first() is not None

    def put_off(
        self,
        taken: Taken,
        *,
        until: datetime,
        failure: str | None = None,
        tried: bool = True,
        cut: bool = False,
    ) -> bool:
        return self._let_go(
            taken,
            _own(taken),
            state=DueState.WAITING,
            look_at=until,
            rests=columns.rests + (0 if failure and tried else 1),
            cuts=columns.cuts + (1 if cut else 0),
            letter_id=taken.letter_id if (failure and tried) or taken.cuts else None,
            reason=failure or taken.failure,
        )

    def finish(self, taken: Taken, state: DueState, *, reason: str | None = None) -> bool:
        these = _not_said_since(taken) if state is DueState.SENT else _own(taken)
        return self._let_go(
            taken, these, state=state, look_at=None, reason=reason, ended_at=DatabaseNow()
        )

    def row(self, due_id: UUID) -> Row | None:
        return settling.row(self._desk, due_id)

    def rows(self, states: Collection[DueState], *, limit: int) -> list[Row]:
        return settling.rows(self._desk, states, limit=limit)

    def of_pathway(self, pathway_id: UUID) -> list[Row]:
        return settling.of_pathway(self._desk, pathway_id)

    def reopen(self, due_id: UUID, *, by: str) -> bool:
        return settling.reopen(self._desk, due_id, by=by)

    def drop(self, due_id: UUID, *, reason: str, by: str) -> bool:
        return settling.drop(self._desk, due_id, reason=reason, by=by)

    def purge(self, *, older_than: timedelta) -> int:
        return settling.purge(self._desk, older_than=older_than)

    def forget(self, pathway_id: UUID) -> int:
        theirs = columns.pathway_id == pathway_id
        keys = select(columns.letter_id).where(theirs, columns.letter_id.is_not(None))
        with self._desk.writing() as connection:
            connection.execute(delete(letter_names).where(letter_names.c.key.in_(keys)))
            return connection.execute(delete(due_rows).where(theirs)).rowcount

    def late(self) -> int:
        query = select(func.count()).where(columns.look_at <= DatabaseNow())
        with self._desk.reading() as connection:
            late: int = connection.execute(query).scalar_one()
        return late

    def troubles(self, *, within: timedelta) -> Troubles:
        return troubles(self._desk, within=within)

    def counts(self) -> Mapping[DueState, int]:
        query = select(columns.state, func.count().label("found")).group_by(columns.state)
        with self._desk.reading() as connection:
            found = {row.state: row.found for row in connection.execute(query)}
        return {state: found.get(state, 0) for state in DueState}

    def _room(self, connection: Connection, now: datetime) -> int:
        under_way: int = connection.execute(_under_way(now)).scalar_one()
        return max(self._most_under_way - under_way, 0)

    def _let_go(
        self, taken: Taken, these: ColumnElement[bool], *, state: DueState, **values: Any
    ) -> bool:
        letting_go = update(due_rows).where(these).values(state=state, **values)
        with self._desk.writing() as connection:
            was_own = connection.execute(letting_go).rowcount == 1
        if was_own:
            self._told(taken, state)
        return was_own

    def _end_of(self, row: Any) -> DueState | None:
        """How a row ends whose lease ran out, if it does not go on."""
        if row.state != DueState.SENDING:
            return None
        if row.message_type == MessageType.AT_MOST_ONCE:
            return DueState.UNCERTAIN
        return DueState.DEAD if row.cuts + 1 >= self._most_cuts else None


def _own(taken: Taken) -> ColumnElement[bool]:
    return and_(
        columns.id == taken.due.id,
        columns.state == DueState.SENDING,
        columns.attempts == taken.attempt,
    )


def _not_said_since(taken: Taken) -> ColumnElement[bool]:
    return and_(columns.id == taken.due.id, columns.state.not_in(SAID_SINCE))


def _read_on(connection: Connection, read_from: int, read_to: int) -> bool:
    """Move the planner's place, unless another planner moved it; it holds the others off."""
    moved = connection.execute(
        update(followers)
        .where(followers.c.name == PLANNER, followers.c.position == read_from)
        .values(position=read_to)
    )
    return moved.rowcount == 1


def _add(connection: Connection, rows: Iterable[Due]) -> None:
    doubtful = held_back_until(connection)
    planned = {row.id: _as_new(row, doubtful) for row in rows}
    for due_ids in _batches(planned):
        known = set(connection.execute(_ids_among(due_ids)).scalars())
        new = [planned[due_id] for due_id in due_ids if due_id not in known]
        if new:  # another planner may plan the same at this moment
            adding = inserting(connection, due_rows).values(new)
            connection.execute(adding.on_conflict_do_nothing())


def _moved(row: Due) -> Update:
    return (
        update(due_rows)
        .where(
            columns.id == row.id,
            columns.state == DueState.WAITING,
            columns.attempts == 0,
            columns.due_at != row.due_at,
        )
        .values(due_at=row.due_at, look_at=row.due_at, pack_version=row.pack_version)
    )


def _ids_among(due_ids: Sequence[UUID]) -> Any:
    return select(columns.id).where(columns.id.in_(due_ids))


def _under_way(now: datetime) -> Any:
    return select(func.count()).where(UNDER_WAY, columns.look_at > now)


def _no_lease() -> ColumnElement[bool]:
    """A row under way whose lease ends further off than any does."""
    at, now = type_coerce(columns.look_at, BigInteger), type_coerce(DatabaseNow(), BigInteger)
    return and_(UNDER_WAY, at > now + NO_LEASE // MICROSECOND)


def _to_look_at(now: datetime, *, limit: int, urgent: bool) -> Any:
    return (
        select(columns.id, columns.state, columns.message_type, columns.cuts)
        .where(columns.look_at <= now, columns.urgent if urgent else true())
        .order_by(columns.look_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )


def _ended(due_ids: Sequence[UUID], state: DueState) -> Update:
    return (
        update(due_rows)
        .where(columns.id.in_(due_ids))
        .values(
            state=state,
            look_at=None,
            cuts=columns.cuts + 1,
            reason=CUT,
            ended_at=DatabaseNow(),
        )
    )


def _queued(due_ids: Sequence[UUID], *, until: datetime) -> Update:
    cut = case((columns.state == DueState.SENDING, 1), else_=0)
    return (
        update(due_rows)
        .where(columns.id.in_(due_ids))
        .values(state=DueState.QUEUED, look_at=until, cuts=columns.cuts + cut)
    )


def _as_new(row: Due, doubtful: datetime) -> dict[str, Any]:
    is_doubtful = row.due_at <= doubtful
    return {
        "id": row.id,
        "pathway_id": row.pathway_id,
        "trigger": row.trigger,
        "cause_id": row.cause_id,
        "occurrence": row.occurrence,
        "rule_id": row.rule_id,
        "audience": row.audience,
        "pack_version": row.pack_version,
        "message_type": row.message_type,
        "due_at": row.due_at,
        "urgent": row.urgent,
        "state": DueState.UNCERTAIN if is_doubtful else DueState.WAITING,
        "look_at": None if is_doubtful else row.due_at,
        "reason": RESTORED if is_doubtful else None,
    }


def _batches(planned: Iterable[UUID]) -> list[list[UUID]]:
    ids = list(planned)
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]

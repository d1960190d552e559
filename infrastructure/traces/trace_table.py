"""Keeps the traces of looks in a store of their own, which nothing rewrites."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.exc import DBAPIError

from application.refusals import StoreUnavailable
from application.traces.keeping import Kept
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from infrastructure.traces.tables import traces


class TraceTable:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._alone = engine
        if engine.dialect.name == "postgresql":  # a statement commits itself: two trips less
            self._alone = engine.execution_options(isolation_level="AUTOCOMMIT")

    def write(self, *looks: Trace) -> None:
        """Keep traces: one durable transaction.

        Raises:
            StoreUnavailable: they are not kept, and nothing may be shown.
        """
        engine = self._alone if len(looks) == 1 else self._engine
        try:
            with engine.begin() as connection:
                connection.execute(insert(traces), [_stored(trace) for trace in looks])
        except DBAPIError:
            raise StoreUnavailable from None

    def of_pathway(self, pathway_id: UUID) -> list[Trace]:
        """Every look at a pathway, oldest first.

        Raises:
            StoreUnavailable: they cannot be read.
        """
        query = select(traces).where(traces.c.pathway_id == pathway_id).order_by(traces.c.id)
        with self._reading() as connection:
            return [_trace(row) for row in connection.execute(query)]

    def page(
        self,
        start: datetime,
        end: datetime,
        *,
        after: Kept | None,
        limit: int,
        pathway_id: UUID | None = None,
    ) -> Sequence[Kept]:
        query = select(traces).where(_within(start, end))
        if pathway_id is not None:
            query = query.where(traces.c.pathway_id == pathway_id)
        if after is not None:
            at, known = after.trace.at, after.id
            query = query.where(or_(traces.c.at > at, and_(traces.c.at == at, traces.c.id > known)))
        ordered = query.order_by(traces.c.at, traces.c.id).limit(limit)
        with self._reading() as connection:
            return [Kept(row.id, _trace(row)) for row in connection.execute(ordered)]

    def count(self, start: datetime, end: datetime) -> int:
        query = select(func.count()).select_from(traces).where(_within(start, end))
        with self._reading() as connection:
            return connection.execute(query).scalar_one()

    def forget(self, before: datetime, *, limit: int) -> int:
        old = select(traces.c.id).where(traces.c.at < before).order_by(traces.c.at).limit(limit)
        try:
            with self._engine.begin() as connection:
                forgotten = delete(traces).where(traces.c.id.in_(old))
                return connection.execute(forgotten).rowcount
        except DBAPIError:
            raise StoreUnavailable from None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(reading=True).begin() as connection:
                yield connection
        except DBAPIError:
            raise StoreUnavailable from None


def _within(start: datetime, end: datetime) -> ColumnElement[bool]:
    return and_(traces.c.at >= start, traces.c.at < end)


def _trace(row: Row[Any]) -> Trace:
    return Trace(
        at=row.at,
        member_id=row.member_id,
        organisation_id=row.organisation_id,
        pathway_id=row.pathway_id,
        look=Look(row.look),
        purpose=Purpose(row.purpose),
        as_of=row.as_of,
        grounds=frozenset(map(Ground, row.grounds.split())),
        classes=frozenset(map(DataClass, row.classes.split())),
        mandate_id=row.mandate_id,
        seen_as=row.seen_as,
    )


def _stored(trace: Trace) -> dict[str, object]:
    return {
        "at": trace.at,
        "member_id": trace.member_id,
        "organisation_id": trace.organisation_id,
        "pathway_id": trace.pathway_id,
        "look": trace.look,
        "purpose": trace.purpose,
        "as_of": trace.as_of,
        "grounds": _words(trace.grounds),
        "classes": _words(trace.classes),
        "mandate_id": trace.mandate_id,
        "seen_as": trace.seen_as,
    }


def _words(words: Iterable[str]) -> str:
    return " ".join(sorted(words))

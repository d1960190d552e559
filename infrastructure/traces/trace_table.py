"""Keeps the traces of looks in a store of their own, which nothing rewrites."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DBAPIError

from application.refusals import StoreUnavailable
from application.traces.trace import Look, Purpose, Trace
from domain.access import Ground
from domain.data_classes import DataClass
from infrastructure.traces.tables import traces


class TraceTable:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def write(self, trace: Trace) -> None:
        """Keep a trace: one durable transaction.

        Raises:
            StoreUnavailable: it is not kept, and nothing may be shown.
        """
        try:
            with self._engine.begin() as connection:
                connection.execute(
                    insert(traces).values(
                        at=trace.at,
                        member_id=trace.member_id,
                        organisation_id=trace.organisation_id,
                        pathway_id=trace.pathway_id,
                        look=trace.look,
                        purpose=trace.purpose,
                        as_of=trace.as_of,
                        grounds=_words(trace.grounds),
                        classes=_words(trace.classes),
                        mandate_id=trace.mandate_id,
                        seen_as=trace.seen_as,
                    )
                )
        except DBAPIError:
            raise StoreUnavailable from None

    def of_pathway(self, pathway_id: UUID) -> list[Trace]:
        """Every look at a pathway, oldest first.

        Raises:
            StoreUnavailable: they cannot be read.
        """
        query = select(traces).where(traces.c.pathway_id == pathway_id).order_by(traces.c.id)
        try:
            with self._engine.execution_options(reading=True).begin() as connection:
                rows = connection.execute(query).all()
        except DBAPIError:
            raise StoreUnavailable from None
        return [
            Trace(
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
            for row in rows
        ]


def _words(words: Iterable[str]) -> str:
    return " ".join(sorted(words))

"""Reads a page of a view for one viewer, in one transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic, sleep
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, FromClause, and_, or_, select
from sqlalchemy.exc import DBAPIError

from application.refusals import StoreUnavailable, ViewBehind
from application.views.folded import ANYBODY
from application.views.ports import Labels
from application.views.reach import Reach
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.tables import checkpoint, people

PATIENCE = 0.5  # seconds that a caller waits for what they just wrote
PAUSE = 0.01  # seconds between two looks


class Reader:
    """What the reading of each view shares."""

    def __init__(self, engine: Engine, labels: Labels) -> None:
        self._engine = engine.execution_options(reading=True)
        self._labels = labels

    @contextmanager
    def at(self, min_position: int) -> Iterator[tuple[Connection, int]]:
        """A transaction that sees at least this position, and the position that it sees.

        Raises:
            ViewBehind: the view has not come there in time.
            StoreUnavailable: the database of the views cannot be reached.
        """
        until = monotonic() + PATIENCE
        try:
            while True:
                with self._engine.begin() as connection:
                    position = connection.scalars(select(checkpoint.c.position)).one()
                    if position >= min_position:
                        yield connection, position
                        return
                if monotonic() > until:
                    raise ViewBehind
                sleep(PAUSE)
        except DBAPIError:
            raise StoreUnavailable from None

    def called(self, connection: Connection, pathways: Mapping[UUID, object]) -> Mapping[UUID, str]:
        """What lists call these people."""
        query = select(people.c.pathway_id, people.c.called).where(
            people.c.generation == live_generation("people"), people.c.pathway_id.in_(pathways)
        )
        return self._labels.open_all(
            {row.pathway_id: row.called for row in connection.execute(query)}
        )


def within(reach: Reach, rows: FromClause) -> ColumnElement[bool]:
    """Only the rows that the viewer may see: the same rule as `Reach.includes`."""
    seen = rows.c.data_class.in_(reach.classes)
    return and_(
        rows.c.organisation_id == reach.organisation_id,
        or_(
            and_(seen, rows.c.owner_id == ANYBODY),
            and_(~seen, rows.c.owner_id == reach.member_id),
        ),
    )

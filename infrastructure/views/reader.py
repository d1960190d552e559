"""What the reading of each view shares: fresh enough, in one transaction, opened at the end."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, FromClause, Row, Select, and_, or_, select

from application.refusals import ViewBehind
from application.views.folded import ANYBODY
from application.views.people import PersonRow
from application.views.ports import Labels
from application.views.reach import Reach, Viewer
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.columns import Sealed
from infrastructure.views.tables import checkpoint, people
from infrastructure.views.transactions import transaction
from infrastructure.views.wall import looking_as

PATIENCE = 0.5  # seconds that a caller waits for what they just wrote
PAUSE = 0.01  # seconds between two looks

R = TypeVar("R")


class Reader:
    def __init__(self, engine: Engine, labels: Labels, *, patience: float = PATIENCE) -> None:
        self._engine = engine
        self._labels = labels
        self._patience = patience

    @contextmanager
    def at(
        self, min_position: int, viewer: Viewer | None = None
    ) -> Iterator[tuple[Connection, int]]:
        """A transaction that sees at least this position, and the position that it sees.

        On PostgreSQL it sees of people what the `viewer` may, whatever is asked: nothing without.

        Raises:
            ViewBehind: the view has not come there in time.
            StoreUnavailable: the database of the views cannot be reached.
        """
        self._wait_for(min_position)
        with transaction(self._engine, reading=True) as connection:
            yield connection, _position(connection, viewer)

    def people(
        self, connection: Connection, pathways: Collection[UUID]
    ) -> Mapping[UUID, PersonRow]:
        """What lists call these people."""
        query = live("people", people).where(people.c.pathway_id.in_(pathways))
        found = self.opened(PersonRow, connection.execute(query), people)
        return {row.pathway_id: row for row in found}

    def opened(self, kind: Callable[..., R], rows: Iterable[Row[Any]], of: FromClause) -> list[R]:
        """Rows of a view as their own type, their labels opened in one go."""
        cells = [list(row) for row in rows]
        for place, column in enumerate(of.columns[1:]):
            if isinstance(column.type, Sealed):
                self._open(cells, place, column.type)
        return [kind(*row) for row in cells]

    def _open(self, cells: Sequence[list[Any]], place: int, kind: Sealed) -> None:
        sealed = [row for row in cells if row[place] is not None]
        labels = self._labels.open_all([(row[0], row[place]) for row in sealed])
        for row, label in zip(sealed, labels, strict=True):
            row[place] = kind.opened(label)

    def _wait_for(self, min_position: int) -> None:
        until = monotonic() + self._patience
        while min_position:
            with transaction(self._engine, reading=True) as connection:
                if _position(connection) >= min_position:
                    return
            if monotonic() > until:
                raise ViewBehind
            sleep(PAUSE)


def live(view: str, rows: FromClause) -> Select[Any]:
    """The rows of a view that are to be read, without their generation."""
    return select(*rows.columns[1:]).where(rows.c.generation == live_generation(view))


def within(reach: Reach, rows: FromClause) -> ColumnElement[bool]:
    """Only the rows that the viewer may see: the same rule as `Reach.includes`."""
    seen = rows.c.data_class.in_(reach.classes)
    return and_(
        rows.c.organisation_id == reach.organisation_id,
        or_(
            and_(seen, rows.c.owner_id.in_((ANYBODY, reach.organisation_id))),
            and_(~seen, rows.c.owner_id == reach.member_id),
        ),
    )


def _position(connection: Connection, viewer: Viewer | None = None) -> int:
    query: Select[Any] = select(checkpoint.c.position)
    if viewer and connection.dialect.name == "postgresql":  # in one statement: one round trip
        query = query.add_columns(*looking_as(viewer))
    position: int = connection.execute(query).one()[0]
    return position

"""What all pathways and activities add to the figures, handed out as it is opened."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, FromClause, func, select

from application.views.observatory import ActivityFigureRow, ObservedRow
from application.views.ports import Looked, Takes
from application.views.reach import Viewer
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import activity_figures, observatory, parked

AT_ONCE = 1_000  # rows opened together


class ObservatoryReader(Reader):
    def observe(self, viewer: Viewer, taker: Takes, *, min_position: int) -> Looked:
        with self.at(min_position, viewer) as (connection, position):
            left_out = connection.scalars(select(func.count()).select_from(parked)).one()
            self._hand(connection, "observatory", observatory, ObservedRow, taker.pathway)
            self._hand(
                connection, "activity_figures", activity_figures, ActivityFigureRow, taker.activity
            )
            return Looked(position, left_out)

    def _hand(
        self,
        connection: Connection,
        view: str,
        table: FromClause,
        kind: Callable[..., tuple[UUID, str | None]],
        take: Callable[[UUID, str], None],
    ) -> None:
        rows = connection.execute(live(view, table))
        for some in rows.partitions(AT_ONCE):
            for one, said in self.opened(kind, some, table):
                if said is not None:  # its key is gone: it is being erased
                    take(one, said)

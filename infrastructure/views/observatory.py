"""What all pathways contribute to the figures, handed out as it is opened."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import func, select

from application.views.observatory import ObservedRow
from application.views.ports import Looked
from application.views.reach import Viewer
from infrastructure.views.reader import Reader, live
from infrastructure.views.tables import observatory, parked

AT_ONCE = 1_000  # rows opened together


class ObservatoryReader(Reader):
    def observe(
        self, viewer: Viewer, take: Callable[[UUID, str], None], *, min_position: int
    ) -> Looked:
        with self.at(min_position, viewer) as (connection, position):
            left_out = connection.scalars(select(func.count()).select_from(parked)).one()
            rows = connection.execute(live("observatory", observatory))
            for some in rows.partitions(AT_ONCE):
                for pathway_id, said in self.opened(ObservedRow, some, observatory):
                    if said is not None:  # its key is gone: it is being erased
                        take(pathway_id, said)
            return Looked(position, left_out)

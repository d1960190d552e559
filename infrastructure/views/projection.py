"""Where the projection stands, as its own tables tell."""

from sqlalchemy import Engine, select

from application.views.read_projection import Parked, ProjectionState
from infrastructure.views.tables import checkpoint, generations, parked, rebuilds
from infrastructure.views.transactions import transaction


class ProjectionTables:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def state(self) -> ProjectionState:
        with transaction(self._engine, reading=True) as connection:
            waiting = connection.execute(select(parked).order_by(parked.c.position))
            versions = connection.execute(select(generations))
            return ProjectionState(
                position=connection.scalars(select(checkpoint.c.position)).one(),
                parked=tuple(Parked(*row) for row in waiting),
                versions={row.view: row.version for row in versions},
                rebuilding=tuple(connection.scalars(select(rebuilds.c.view))),
            )

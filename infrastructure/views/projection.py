"""Where the projection stands, as its own tables tell."""

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from application.refusals import StoreUnavailable
from application.views.read_projection import Parked, ProjectionState
from infrastructure.views.tables import checkpoint, generations, parked, rebuilds


class ProjectionTables:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(reading=True)

    def state(self) -> ProjectionState:
        try:
            with self._engine.begin() as connection:
                waiting = connection.execute(select(parked).order_by(parked.c.position))
                versions = connection.execute(select(generations))
                return ProjectionState(
                    position=connection.scalars(select(checkpoint.c.position)).one(),
                    parked=tuple(Parked(*row) for row in waiting),
                    versions={row.view: row.version for row in versions},
                    rebuilding=tuple(connection.scalars(select(rebuilds.c.view))),
                )
        except DBAPIError:
            raise StoreUnavailable from None

"""Open what tells how an installation does, over a history that is open."""

import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from application.operating.read_condition import Operating
from application.refusals import StoreUnavailable
from application.views.read_projection import ProjectionView
from infrastructure.clocks.watches import WatchesInTables
from infrastructure.composition import opened_engine
from infrastructure.desk import Desk
from infrastructure.erasures.erasures_in_tables import ErasuresInTables
from infrastructure.operating.upkeep import UpkeepInTables
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.sealing.key_table import KeyTable
from infrastructure.settings import Group, Settings

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@contextmanager
def opened_operating(settings: Settings, projection: ProjectionView) -> Iterator[Operating]:
    """It asks at most once a look: connections of its own, given back at once."""
    with (
        opened_engine(settings, Group.KEYS) as keys,
        opened_engine(settings, Group.DESK) as engine,
    ):
        desk = Desk(engine)
        yield Operating(
            topology="embedded" if settings.embedded else "network",
            projection=projection,
            rows=DueRowsInTables(desk),
            clocks=WatchesInTables(desk),
            epochs=KeyTable(keys),
            erasures=ErasuresInTables(desk),
            upkeep=UpkeepInTables(desk),
            versions=lambda: _versions(engine),
        )


def _versions(engine: Engine) -> Mapping[str, str]:
    try:
        with engine.connect():
            known = engine.dialect.server_version_info or ()
    except DBAPIError:
        raise StoreUnavailable from None
    return {
        "Cordée": version("cordee"),
        "Python": platform.python_version(),
        NAMES[engine.dialect.name]: ".".join(map(str, known)),
    }

"""Open what erasures need, over a history that is open."""

from collections.abc import Iterator
from contextlib import contextmanager

from application.erasures.erasing import Erasing
from application.network import Network
from infrastructure.composition import Store, opened_engine, opened_views
from infrastructure.desk import Desk
from infrastructure.erasures.erasures_in_tables import ErasuresInTables
from infrastructure.erasures.shredding import Shredding
from infrastructure.settings import Group, Settings


@contextmanager
def opened_erasing(settings: Settings, store: Store, network: Network) -> Iterator[Erasing]:
    """It has views and a projector of its own, which must not be shared between threads."""
    with (
        opened_views(settings, store) as views,
        opened_engine(settings, Group.VIEWS, keeping=True) as rows,
        opened_engine(settings, Group.DESK) as desk,
    ):
        tables = Desk(desk)
        yield Erasing(
            network=network,
            erasures=ErasuresInTables(tables),
            shredder=Shredding(settings, store, views, rows, tables),
        )

"""Looks at the tables of the views as the role of the application, which forgot every check."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, FromClause, select

from application.views.reach import Reach, Viewer
from domain.access import CLASSES_OF_THE_LAW
from domain.members import Member
from infrastructure.views.tables import checkpoint
from infrastructure.views.wall import looking_as
from tests.domain.pathway.people import MARCH_5
from tests.infrastructure.views.scene import Scene


@contextmanager
def looking(scene: Scene, viewer: Viewer) -> Iterator[Connection]:
    with scene.reading.begin() as connection:
        connection.execute(select(checkpoint.c.position, *looking_as(viewer)))
        yield connection


def every(connection: Connection, table: FromClause) -> Sequence[Any]:
    """Its rows, as somebody asks who forgot every check."""
    return connection.execute(select(table)).all()


def as_(one: Member, at: datetime = MARCH_5) -> Reach:
    return Reach.of(one, CLASSES_OF_THE_LAW, at=at)

"""How far the rows that are read have come, and which generation of each view is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, ScalarSelect, Select, select, update

from infrastructure.views.tables import checkpoint, generations, parked


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a projector must know to go on; void once position or edition are others."""

    position: int
    edition: int
    live: Mapping[str, int]  # generation, by view
    parked: frozenset[UUID]  # streams

    def also_parked(self, streams: Iterable[UUID]) -> "Checkpoint":
        return replace(self, parked=self.parked.union(streams))


class Overtaken(Exception):
    """Another projector, a rebuild or an operator changed the checkpoint meanwhile."""


def read_checkpoint(connection: Connection, *, alone: bool = False) -> Checkpoint:
    """The checkpoint as it stands; `alone`: nobody else changes it before this transaction ends."""
    query: Select[int, int] = select(checkpoint.c.position, checkpoint.c.edition)
    position, edition = connection.execute(query.with_for_update() if alone else query).one()
    live = connection.execute(select(generations.c.view, generations.c.live))
    return Checkpoint(
        position,
        edition,
        {row.view: row.live for row in live},
        frozenset(connection.scalars(select(parked.c.stream_id))),
    )


def advance(connection: Connection, known: Checkpoint, *, to: int) -> Checkpoint:
    """Move the checkpoint on, if it still is where it was known to be.

    Raises:
        Overtaken: it is not.
    """
    moved = connection.execute(
        update(checkpoint)
        .where(checkpoint.c.position == known.position, checkpoint.c.edition == known.edition)
        .values(position=to)
    )
    if moved.rowcount != 1:
        raise Overtaken
    return replace(known, position=to)


def new_edition(connection: Connection) -> None:
    """Make every projector forget what it knows and look again."""
    connection.execute(update(checkpoint).values(edition=checkpoint.c.edition + 1))


def live_generation(view: str) -> ScalarSelect[int]:
    """The generation to read, as a part of the statement that reads it."""
    return select(generations.c.live).where(generations.c.view == view).scalar_subquery()

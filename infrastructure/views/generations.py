"""Which generation of each view is read, and which is being filled."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select, update

from application.views.refusals import AnotherRebuild
from application.views.view import VIEWS
from infrastructure.views.checkpoint import Checkpoint, new_edition
from infrastructure.views.tables import OF_VIEW, checkpoint, generations, rebuilds


@dataclass(frozen=True, slots=True)
class Filling:
    """New generations, and how far they are filled."""

    generations: Mapping[str, int]  # by view
    position: int  # events up to here are in the streams that are done
    through: UUID | None  # streams up to this one are done


def begin(
    connection: Connection, views: Collection[str], *, known: Checkpoint, head: int
) -> Filling:
    """Go on with the rebuild of exactly these views that was cut, else begin one."""
    rows = connection.execute(select(rebuilds).where(rebuilds.c.view.in_(views))).all()
    places = {(row.position, row.through) for row in rows}
    versions = {row.view: row.version for row in rows}
    if versions == {view: VIEWS[view].version for view in views} and len(places) == 1:
        ((position, through),) = places
        return Filling({row.view: row.generation for row in rows}, position, through)
    others = {row.view: row.generation for row in rows}
    new = {view: 1 + max(known.live[view], others.get(view, 0)) for view in views}
    connection.execute(delete(rebuilds).where(rebuilds.c.view.in_(views)))
    connection.execute(
        insert(rebuilds),
        [
            {
                "view": view,
                "generation": generation,
                "version": VIEWS[view].version,
                "position": head,
                "through": None,
            }
            for view, generation in new.items()
        ],
    )
    return Filling(new, head, None)


def go_on(connection: Connection, old: Filling, new: Filling) -> Filling:
    """Note how far the filling has come.

    Raises:
        AnotherRebuild: somebody else fills these generations, or began others.
    """
    for view, generation in old.generations.items():
        moved = connection.execute(
            update(rebuilds)
            .where(
                rebuilds.c.view == view,
                rebuilds.c.generation == generation,
                rebuilds.c.position == old.position,
                rebuilds.c.through.is_not_distinct_from(old.through),
            )
            .values(position=new.position, through=new.through)
        )
        if moved.rowcount != 1:
            raise AnotherRebuild
    return new


def swap(connection: Connection, filling: Filling, known: Checkpoint) -> None:
    """Let the new generations be read; every projector looks again."""
    go_on(connection, filling, filling)
    for view, generation in filling.generations.items():
        connection.execute(
            update(generations)
            .where(generations.c.view == view)
            .values(live=generation, version=VIEWS[view].version)
        )
    connection.execute(delete(rebuilds).where(rebuilds.c.view.in_(filling.generations)))
    if filling.generations.keys() == known.live.keys():
        connection.execute(update(checkpoint).values(position=filling.position))
    new_edition(connection)


def being_filled(connection: Connection) -> dict[str, int]:
    """The generation that is being filled, by view."""
    return {row.view: row.generation for row in connection.execute(select(rebuilds))}


def left_over(connection: Connection, known: Checkpoint) -> Iterator[tuple[str, int]]:
    """Generations that hold rows and are neither read nor being filled."""
    filled = being_filled(connection)
    for view, table in OF_VIEW.items():
        used = {known.live[view], filled.get(view)}
        ends = select(func.min(table.c.generation), func.max(table.c.generation))
        for generation in set(connection.execute(ends).one()) - used:
            if generation is not None:
                yield view, generation


def outdated(connection: Connection) -> set[str]:
    """Views whose rows were made by another version of their definition."""
    made = {row.view: row.version for row in connection.execute(select(generations))}
    return {view for view, definition in VIEWS.items() if made.get(view) != definition.version}

"""How far the views are behind the history, what is parked, what is being made again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from application.network import Network
from application.refusals import EventUnreadable
from application.views.view import VIEWS


@dataclass(frozen=True, slots=True)
class Parked:
    """A stream that is shown in no list until it is repaired."""

    stream_id: UUID
    position: int  # of the event that could not be projected
    code: str
    since: datetime


@dataclass(frozen=True, slots=True)
class ProjectionState:
    """What the views' own tables know."""

    position: int  # events up to here are in the rows
    parked: tuple[Parked, ...]
    versions: dict[str, int]  # of the definition that each view's rows were made by
    rebuilding: tuple[str, ...]  # views


class ProjectionView(Protocol):
    def state(self) -> ProjectionState:
        """Where the projection stands.

        Raises:
            StoreUnavailable: the database of the views cannot be reached.
        """


@dataclass(frozen=True, slots=True)
class Projection:
    position: int
    head: int  # last position of the history
    behind: timedelta  # how long ago the oldest event that is not in the rows was recorded
    parked: tuple[Parked, ...]
    rebuilding: tuple[str, ...]  # views
    outdated: tuple[str, ...]  # views whose rows an older version of Cordée made

    @property
    def lag(self) -> int:
        """Positions still to project."""
        return max(0, self.head - self.position)


def read_projection(network: Network, view: ProjectionView) -> Projection:
    """Where the views stand beside the history.

    Raises:
        StoreUnavailable: a database cannot be reached.
    """
    state = view.state()
    return Projection(
        position=state.position,
        head=network.log.head(),
        behind=_behind(network, state.position),
        parked=state.parked,
        rebuilding=state.rebuilding,
        outdated=tuple(
            name for name, view in VIEWS.items() if state.versions.get(name) != view.version
        ),
    )


def _behind(network: Network, position: int) -> timedelta:
    try:
        waiting = network.log.after(position, limit=1)
    except EventUnreadable:
        waiting = []  # it will be parked, and its stream named
    since = [network.clock() - event.recorded_at for event in waiting if event.recorded_at]
    return max(since, default=timedelta())

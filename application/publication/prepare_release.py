"""Prepare what would be published of a year: what is told, what is left out, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from application.network import Network
from application.observatory.replay_figures import PositionAhead
from application.publication.counting import count_year
from domain.members import Member
from domain.observatory.contributions import day_of
from domain.publication.hiding import Protected, protected
from domain.publication.linear import Attacks
from domain.publication.releases import (
    PUBLICATIONS,
    Publications,
    Releases,
    must_be_over,
    must_publish,
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release before it is one."""

    released: Protected
    position: int  # of the history it was counted at

    @property
    def mark(self) -> str:
        """The same for the same tables: who publishes names what they saw."""
        return sha256(self.released.tables.model_dump_json().encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Publishing:
    """What publishing needs from outside."""

    network: Network
    attacks: Attacks


def prepare_release(
    publishing: Publishing,
    by: Member,
    *,
    year: int,
    communes: Sequence[str],
) -> Prepared:
    """The tables of a year as they may be published, counted now.

    Raises:
        NotYoursToPublish: the member does not publish for the network.
        YearNotOver: the year is not over.
        CannotBeHidden: earlier releases of the year give hidden numbers away by themselves.
        EventUnreadable: a pathway cannot be read.
    """
    must_publish(by)
    log = publishing.network.log
    releases = log.load(Publications, PUBLICATIONS).releases
    return prepared(publishing, releases, year=year, communes=communes, position=log.head())


def prepared(
    publishing: Publishing,
    releases: Releases,
    *,
    year: int,
    communes: Sequence[str],
    position: int,
) -> Prepared:
    """The same, counted at a position and held against these releases.

    Raises:
        PositionAhead: there is no such position yet, or the year was published later than that.
    """
    network, after = publishing.network, releases.of_year(year)
    must_be_over(year, day_of(network.clock()))
    if not max((one.counted_at for one in after), default=0) <= position <= network.log.head():
        raise PositionAhead
    counted = count_year(network.log, year, communes, position=position)
    earlier = [release.tables for release in after]
    return Prepared(protected(counted.tables, earlier, publishing.attacks), position)

"""The releases of a network: one stream, about no person; what is published stays as it is."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from pydantic import Field

from domain.data_classes import DataClass
from domain.kernel import Aggregate, Fact, Items, Part, having, none_yet, readers_of
from domain.members import Member, Role
from domain.organisation.organisation import FOUNDER
from domain.publication.release import Tables
from domain.refusals import Conflict, Forbidden, NotFound

PUBLICATIONS = UUID("c02dee00-0000-4000-8000-000000000004")  # the id of this stream in each network


class ReleasePublished(Fact, topic="release-published", lowest=DataClass.IDENTITY):
    """Only what may be told: what was left out is nowhere in it."""

    release_id: UUID
    tables: Tables
    counted_at: int = Field(ge=0)  # position of the history


class ReleaseUnknown(NotFound):
    code = "release-unknown"
    title = "There is no such publication."


class NotYoursToPublish(Forbidden):
    code = "not-yours-to-publish"
    title = "Publishing is for whoever coordinates in the organisation that founded the network."


class YearNotOver(Conflict):
    code = "year-not-over"
    title = "A year is published once it is over."


class ReleasedMeanwhile(Conflict):
    code = "released-meanwhile"
    title = (
        "This is not what was prepared: something was published or erased meanwhile. Prepare it "
        "again."
    )


class Release(NamedTuple):
    id: UUID
    tables: Tables
    counted_at: int  # position of the history
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Releases(Part):
    """Every release, in the order in which they were published."""

    facts: ClassVar = (ReleasePublished,)

    by_id: Items[UUID, Release] = field(default_factory=none_yet)

    def of_year(self, year: int) -> tuple[Release, ...]:
        return tuple(one for one in self.by_id.values() if one.tables.year == year)

    def one(self, release_id: UUID) -> Release:
        """A release.

        Raises:
            ReleaseUnknown: there is none under this id.
        """
        if release_id not in self.by_id:
            raise ReleaseUnknown
        return self.by_id[release_id]

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case ReleasePublished():
                release = Release(fact.release_id, fact.tables, fact.counted_at, fact.occurred_at)
                return type(self)(having(self.by_id, release.id, release))
        return self


@dataclass(frozen=True, slots=True)
class Publications(Aggregate):
    releases: Releases = field(default_factory=Releases)

    readers: ClassVar = readers_of(releases=Releases)


def publishes(member: Member) -> bool:
    """Whether a member publishes for the network."""
    return Role.COORDINATOR in member.roles and member.organisation_id == FOUNDER


def must_publish(member: Member) -> None:
    """Refuse whoever does not publish for the network.

    Raises:
        NotYoursToPublish: they coordinate nothing, or elsewhere.
    """
    if not publishes(member):
        raise NotYoursToPublish


def must_be_over(year: int, today: date) -> None:
    """Refuse a year that goes on: what it counts would still move every day.

    Raises:
        YearNotOver: it is not over.
    """
    if year >= today.year:
        raise YearNotOver

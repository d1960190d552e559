"""Publish what was prepared, for good."""

from uuid import UUID

from pydantic import Field

from application.commands import Command
from application.ports import Recorded
from application.publication.prepare_release import Publishing, prepared
from domain.members import Member
from domain.publication.releases import (
    PUBLICATIONS,
    Publications,
    ReleasedMeanwhile,
    ReleasePublished,
    must_publish,
)
from domain.text import Commune


class PublishRelease(Command):
    year: int = Field(ge=2000, le=2200)
    communes: tuple[Commune, ...] = Field(max_length=200)
    position: int = Field(ge=0)  # at which it was prepared
    mark: str = Field(max_length=64)  # of what was prepared

    @property
    def release_id(self) -> UUID:
        return self.id_for("release")


def publish_release(publishing: Publishing, command: PublishRelease, by: Member) -> Recorded:
    """The same tables are counted and attacked again; anything else than what was seen is refused.

    Raises:
        NotYoursToPublish: the member does not publish for the network.
        YearNotOver: the year is not over.
        PositionAhead: there is no such position yet.
        ReleasedMeanwhile: what was prepared is no longer what would be published.
        CannotBeHidden: earlier releases of the year give hidden numbers away by themselves.
    """
    must_publish(by)

    def published(publications: Publications) -> ReleasePublished:
        ready = prepared(
            publishing,
            publications.releases,
            year=command.year,
            communes=command.communes,
            position=command.position,
        )
        if ready.mark != command.mark:
            raise ReleasedMeanwhile
        return ReleasePublished(
            occurred_at=publishing.network.clock(),
            release_id=command.release_id,
            tables=ready.released.tables,
            counted_at=ready.position,
        )

    return publishing.network.decide(Publications, PUBLICATIONS, published, command=command, by=by)

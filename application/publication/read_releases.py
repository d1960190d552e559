"""What was published: told as it was then, whoever asks."""

from dataclasses import dataclass
from uuid import UUID

from application.network import Network
from application.publication.counting import count_year
from domain.members import Member
from domain.publication.catalogue import communes_in
from domain.publication.releases import PUBLICATIONS, Publications, Release, must_publish


@dataclass(frozen=True, slots=True)
class Replayed:
    """A release counted again from the events at its position."""

    same: int  # published numbers that are the same
    different: int
    erased_since: int  # pathways that were there then and were erased since


def list_releases(network: Network) -> tuple[Release, ...]:
    """Every release, the last one first."""
    known = network.log.load(Publications, PUBLICATIONS).releases.by_id.values()
    return tuple(reversed(tuple(known)))


def read_release(network: Network, release_id: UUID) -> Release:
    """One release.

    Raises:
        ReleaseUnknown: there is none under this id.
    """
    return network.log.load(Publications, PUBLICATIONS).releases.one(release_id)


def replay_release(network: Network, release_id: UUID, by: Member) -> Replayed:
    """Count a release again: what differs is of whoever was erased, or of entries taken out, since.

    Raises:
        NotYoursToPublish: the member does not publish for the network.
        ReleaseUnknown: there is none under this id.
        EventUnreadable: a pathway cannot be read.
    """
    release = read_release(network, release_id)
    must_publish(by)
    counted = count_year(
        network.log, release.tables.year, communes_in(release.tables), position=release.counted_at
    )
    pairs = [
        (told, now)
        for published, again in zip(release.tables.tables, counted.tables.tables, strict=True)
        for told, now in zip(published.numbers, again.numbers, strict=True)
        if told is not None
    ]
    same = sum(told == now for told, now in pairs)
    return Replayed(same, len(pairs) - same, counted.erased_since)

"""Whether a history kept its promises: what was told, what is stored and what was followed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from domain.kernel import DomainEvent
from tests.faults.journal import Line, Told
from tests.faults.writing import Asked


class Broken(StrEnum):
    """A promise that was not kept."""

    LOST = "told recorded, and not stored there"
    FALSELY_REFUSED = "told refused, and stored"
    IN_PART = "stored in part, or more than once"
    MISNUMBERED = "a version of a stream is missing or doubled"
    BACK_IN_TIME = "recorded before what precedes it"
    SKIPPED = "stored, and never followed"
    REPEATED = "followed more than once"
    INVENTED = "followed, and not stored"
    DISORDERED = "followed out of order"


@dataclass(frozen=True, slots=True)
class Fault:
    broken: Broken
    about: UUID | int  # a command, a stream, or a position


@dataclass(frozen=True, slots=True)
class Evidence:
    told: Sequence[Line]
    stored: Sequence[DomainEvent]  # as the history reads once all is over, by position
    followed: Sequence[DomainEvent]  # as it was seen while it was written


def faults(evidence: Evidence) -> list[Fault]:
    return [
        *_about_commands(evidence),
        *_about_streams(evidence.stored),
        *_about_followers(evidence),
    ]


def _about_commands(evidence: Evidence) -> Iterator[Fault]:
    stored: dict[UUID, list[DomainEvent]] = defaultdict(list)
    for event in evidence.stored:
        if event.command_id:
            stored[event.command_id].append(event)
    for line in evidence.told:
        events = stored.get(line.command_id, [])
        if line.told is Told.REFUSED and events:
            yield Fault(Broken.FALSELY_REFUSED, line.command_id)
        if line.told is Told.RECORDED and not any(_is_at(event, line) for event in events):
            yield Fault(Broken.LOST, line.command_id)
    for command_id, events in stored.items():
        asked = Asked(command_id, events[0].originator_id)
        if [event.fact for event in events] != asked.facts:
            yield Fault(Broken.IN_PART, command_id)


def _is_at(event: DomainEvent, line: Line) -> bool:
    place = (event.originator_id, event.originator_version, event.position)
    return place == (line.stream_id, line.version, line.position)


def _about_streams(stored: Sequence[DomainEvent]) -> Iterator[Fault]:
    versions: dict[UUID, list[int]] = defaultdict(list)
    for event in stored:
        versions[event.originator_id].append(event.originator_version)
    for stream_id, found in versions.items():
        if found != list(range(1, len(found) + 1)):
            yield Fault(Broken.MISNUMBERED, stream_id)
    for before, after in pairwise(stored):
        if before.recorded_at and after.recorded_at and after.recorded_at < before.recorded_at:
            yield Fault(Broken.BACK_IN_TIME, after.position)


def _about_followers(evidence: Evidence) -> Iterator[Fault]:
    stored = {event.position: event for event in evidence.stored}
    followed = Counter(event.position for event in evidence.followed)
    for position in stored.keys() - followed.keys():
        yield Fault(Broken.SKIPPED, position)
    for event in evidence.followed:
        if stored.get(event.position) != event:
            yield Fault(Broken.INVENTED, event.position)
        if followed[event.position] > 1:
            yield Fault(Broken.REPEATED, event.position)
    for before, after in pairwise(evidence.followed):
        if after.position < before.position:
            yield Fault(Broken.DISORDERED, after.position)

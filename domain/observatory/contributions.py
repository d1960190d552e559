"""What one pathway adds to the figures: dated, of an organisation, of a kind, and nothing more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.observatory.indicators import Indicator
from domain.wall_time import zone_named

# Days are those of mainland France. Overseas departments: to be confirmed with whoever works there.
ZONE = zone_named("Europe/Paris")


class Contribution(NamedTuple):
    """One thing to count."""

    indicator: Indicator
    day: date
    organisation_id: UUID | None  # who did it; None: the system itself, or not known
    category: str = ""
    detail: str = ""  # a second category
    value: int = 1  # in the unit of the indicator
    data_class: DataClass = DataClass.SOCIAL


Entry = tuple[Indicator, UUID]  # what was counted, and what told of it


class Place(NamedTuple):
    """Where the person lived from a day on."""

    since: date
    commune: str


@dataclass(slots=True)
class Account:
    """What is known of one stream while its events are folded."""

    contributions: dict[Entry, Contribution]
    memory: dict[UUID, Any]  # what was told before of entries
    places: list[Place]
    linked: set[UUID]  # other pathways of the same person
    taken_out: set[UUID]  # entries that are somebody else's

    def add(self, entry_id: UUID, contribution: Contribution) -> None:
        """Count something, once for each entry."""
        self.contributions[contribution.indicator, entry_id] = contribution

    def drop(self, entry_id: UUID, among: Iterable[Indicator] = Indicator) -> None:
        """Count nothing of an entry any more."""
        for indicator in among:
            self.contributions.pop((indicator, entry_id), None)


Rule = Callable[[Any, DomainEvent, Account], None]  # the fact, its event, what to write in
Rules = Mapping[type[Fact], Rule]


def worked(what: Contribution, event: DomainEvent, minutes: int) -> Contribution:
    """The time that whoever recorded it gave; what it was spent on is not told."""
    return Contribution(
        Indicator.WORK_MINUTES,
        what.day,
        what.organisation_id,
        str(event.actor_id or ""),
        value=minutes,
    )


def place_of(event: DomainEvent) -> UUID:
    """An id for what a fact says where it gives none: the place of the fact."""
    return uuid5(event.originator_id, str(event.originator_version))


def day_of(at: datetime) -> date:
    return at.astimezone(ZONE).date()

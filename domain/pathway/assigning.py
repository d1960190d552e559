"""What was recorded while two pathways were linked, and whose it is once they are parted."""

from collections.abc import Iterable
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import DomainEvent, Fact
from domain.pathway.links import Link

ENTRIES = (  # what facts call the things that may be of one person or of the other
    *("note_id", "contact_id", "need_id", "obstacle_id", "goal_id", "right_id", "referral_id"),
    *("appointment_id", "follow_up_id", "interview_id", "child_id", "authority_id"),
    "attendance_id",
)


def entry_of(fact: Fact) -> UUID | None:
    """The thing that a fact is about, where it has an id of its own."""
    return next((entry for name in ENTRIES if (entry := getattr(fact, name, None))), None)


def recorded_while_linked(
    link: Link, events: Iterable[DomainEvent]
) -> dict[UUID, list[DomainEvent]]:
    """By entry, in order, what is told of those that were first recorded under a link."""
    told: dict[UUID, list[DomainEvent]] = {}
    for event in events:
        if entry_id := entry_of(event.fact):
            told.setdefault(entry_id, []).append(event)
    return {entry_id: of_one for entry_id, of_one in told.items() if link.stood_at(of_one[0])}


def class_of(events: Iterable[DomainEvent]) -> DataClass:
    """The most sensitive of what is told of an entry."""
    return max((event.fact.data_class for event in events), key=lambda one: one.rank)

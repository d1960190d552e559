"""The trace that every look at a person's data leaves, before the answer does."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.access import Ground
from domain.data_classes import DataClass


class Look(StrEnum):
    """What was looked at."""

    PATHWAY = "pathway"
    TIMELINE = "timeline"
    REPLAY = "replay"  # by an auditor, as it was then
    ACCESS = "access"  # by an auditor: who saw what, and why
    READS = "reads"  # by an auditor: who looked
    RECEIPT = "receipt"
    LIST = "list"  # one of the rows of a list
    SEARCH = "search"  # one of those found by name
    REMINDER = "reminder"  # a contact point, to write to the person


NOBODY = UUID(int=0)  # in the place of a member: the system itself


class Purpose(StrEnum):
    """What for, as the viewer says."""

    FOLLOW_UP = "follow_up"
    ASKED_BY_PERSON = "asked_by_person"
    HANDOVER = "handover"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Trace:
    """Who looked at whose data, under which hat, when, what for, on which grounds; no content."""

    at: datetime
    member_id: UUID  # the hat; NOBODY for a reminder
    organisation_id: UUID
    pathway_id: UUID
    look: Look
    purpose: Purpose
    as_of: datetime | None  # the past instant that was asked for
    grounds: frozenset[Ground]  # none for a row of a list, which is chosen by its classes
    classes: frozenset[DataClass]
    mandate_id: UUID | None = None  # under which an auditor looked
    seen_as: UUID | None = None  # the organisation as which they did

    @property
    def for_reminder(self) -> bool:
        """Whether nobody looked: the system opened a contact point to write there."""
        return self.look is Look.REMINDER and self.member_id == NOBODY


class Traces(Protocol):
    def write(self, *looks: Trace) -> None:
        """Keep traces for good, all or none, before what they tell of is shown.

        Raises:
            StoreUnavailable: they are not kept, and nothing may be shown.
        """

    def of_pathway(self, pathway_id: UUID) -> list[Trace]:
        """Every look at a pathway, oldest first.

        Raises:
            StoreUnavailable: they cannot be read.
        """

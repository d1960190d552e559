"""What every activity has: which organisation holds it, what it is, where and when."""

from dataclasses import dataclass
from typing import ClassVar, Self
from uuid import UUID

from domain.activity.outreach import OutreachSessionHeld
from domain.activity.refusals import ActivityAlreadyHeld, ActivityDatesReversed, ActivityUnknown
from domain.activity.words import ActivityKind, Happening
from domain.kernel import Fact, Part

# The fact that begins an activity of each kind; each says `held_by` and `happening`.
Begun = OutreachSessionHeld
BEGINNINGS = {OutreachSessionHeld: ActivityKind.OUTREACH_SESSION}


@dataclass(frozen=True, slots=True)
class Holding(Part):
    """Whether the activity was held, by whom and how; a new kind is one line above."""

    facts: ClassVar = tuple(BEGINNINGS)

    held_by: UUID | None = None  # organisation
    kind: ActivityKind | None = None
    happening: Happening | None = None

    def must_be_new(self, happening: Happening) -> None:
        """Refuse to hold what was held before, or what ends before it begins.

        Raises:
            ActivityAlreadyHeld: it was recorded.
            ActivityDatesReversed: it would not end after it begins, or last for weeks.
        """
        if self.held_by is not None:
            raise ActivityAlreadyHeld
        if not happening.goes_forward:
            raise ActivityDatesReversed

    def must_be_of(self, organisation_id: UUID) -> Happening:
        """What the activity is, for those who hold it; for others there is none.

        Raises:
            ActivityUnknown: there is none, or another organisation holds it.
        """
        if self.held_by != organisation_id or self.happening is None:
            raise ActivityUnknown
        return self.happening

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (one fact, one place)
        match fact:
            case OutreachSessionHeld():
                return type(self)(fact.held_by, BEGINNINGS[type(fact)], fact.happening)
        return self

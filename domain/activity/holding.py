"""What every activity has: which organisation holds it, what it is, where and when."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Self, get_args
from uuid import UUID

from domain.activity.bodies import BodyAttended, BodyCorrected
from domain.activity.health_days import HealthDayCorrected, HealthDayHeld
from domain.activity.outreach import OutreachSessionCorrected, OutreachSessionHeld
from domain.activity.preventions import PreventionActionCorrected, PreventionActionHeld
from domain.activity.refusals import (
    ActivityAlreadyHeld,
    ActivityDatesReversed,
    ActivityUnknown,
)
from domain.activity.trainings import TrainingCorrected, TrainingGiven
from domain.activity.words import ActivityKind, Happening
from domain.activity.workshops.facts import WorkshopCorrected, WorkshopOpened
from domain.data_classes import DataClass
from domain.kernel import Fact, Part

# The fact that begins an activity of each kind; each says `held_by` and `happening`.
Begun = (
    OutreachSessionHeld
    | HealthDayHeld
    | WorkshopOpened
    | PreventionActionHeld
    | TrainingGiven
    | BodyAttended
)
BEGINNINGS: dict[type[Fact], ActivityKind] = {
    OutreachSessionHeld: ActivityKind.OUTREACH_SESSION,
    HealthDayHeld: ActivityKind.HEALTH_DAY,
    WorkshopOpened: ActivityKind.WORKSHOP,
    PreventionActionHeld: ActivityKind.PREVENTION,
    TrainingGiven: ActivityKind.TRAINING,
    BodyAttended: ActivityKind.BODY,
}
# The fact that says the whole of an activity again; each says `happening`.
Corrected = (
    OutreachSessionCorrected
    | HealthDayCorrected
    | WorkshopCorrected
    | PreventionActionCorrected
    | TrainingCorrected
    | BodyCorrected
)


class ActivityWithdrawn(Fact, topic="activity-withdrawn", lowest=DataClass.IDENTITY):
    """It should never have been recorded: it is shown and counted no more."""

    held_by: UUID  # organisation


@dataclass(frozen=True, slots=True)
class Holding(Part):
    """Whether the activity was held, by whom and how; a new kind is one line above."""

    facts: ClassVar = (*BEGINNINGS, *get_args(Corrected), ActivityWithdrawn)

    held_by: UUID | None = None  # organisation
    kind: ActivityKind | None = None
    happening: Happening | None = None
    withdrawn: bool = False

    def must_be_new(self, happening: Happening) -> None:
        """Refuse to hold what was held before, or what ends before it begins.

        Raises:
            ActivityAlreadyHeld: it was recorded.
            ActivityDatesReversed: it would not end after it begins, or last for weeks.
        """
        if self.held_by is not None:
            raise ActivityAlreadyHeld
        must_go_forward(happening)

    def must_be_of(self, organisation_id: UUID) -> Happening:
        """What the activity is, for those who hold it; for others there is none.

        Raises:
            ActivityUnknown: there is none, another organisation holds it, or it was withdrawn.
        """
        if self.held_by != organisation_id or self.happening is None or self.withdrawn:
            raise ActivityUnknown
        return self.happening

    def withdraw(self, *, by: UUID, at: datetime) -> ActivityWithdrawn:
        """Say that it should never have been recorded.

        Raises:
            ActivityUnknown: there is none of the organisation.
        """
        self.must_be_of(by)
        return ActivityWithdrawn(occurred_at=at, held_by=by)

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        if isinstance(fact, Begun):
            return type(self)(fact.held_by, BEGINNINGS[type(fact)], fact.happening)
        if isinstance(fact, Corrected):
            return replace(self, happening=fact.happening)
        if isinstance(fact, ActivityWithdrawn):
            return replace(self, withdrawn=True)
        return self


def must_go_forward(happening: Happening) -> None:
    """Refuse what would end before it begins.

    Raises:
        ActivityDatesReversed: it would not end after it begins, or last for weeks.
    """
    if not happening.goes_forward:
        raise ActivityDatesReversed

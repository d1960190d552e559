"""The words of activities: what they are, where and when they take place, who carries them."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from domain.instants import Instant
from domain.kernel import Value
from domain.text import Commune, Label

LONGEST = timedelta(days=7)


class ActivityKind(StrEnum):
    """What an organisation does that is about no person in particular."""

    OUTREACH_SESSION = "outreach_session"
    HEALTH_DAY = "health_day"
    WORKSHOP = "workshop"
    PREVENTION = "prevention"
    TRAINING = "training"
    BODY = "body"


# In one order, so that what is said twice reads the same.
Several = Annotated[
    tuple[UUID, ...],
    Field(max_length=50),
    AfterValidator(lambda ids: tuple(sorted(set(ids)))),
]


class Happening(Value):
    """Where and when an activity takes place, who carries it, with whom."""

    place: Label
    commune: Commune | None = None
    starts_at: Instant
    ends_at: Instant | None = None  # None: not known yet
    team: Several = ()  # members of the organisation that holds it
    partners: Several = ()  # organisations
    kilometres: Annotated[int, Field(ge=0, le=2_000)] | None = None  # there and back, together

    @property
    def goes_forward(self) -> bool:
        """Whether it ends after it begins, and within a week."""
        if self.ends_at is None:
            return True
        return timedelta() < self.ends_at - self.starts_at <= LONGEST

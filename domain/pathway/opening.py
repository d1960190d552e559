"""How a pathway begins: somebody was met, perhaps without a name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Fact, Part, Value
from domain.refusals import Conflict, NotFound
from domain.text import Label


class MetAt(StrEnum):
    """Where the first meeting took place."""

    FOOD_DISTRIBUTION = "food_distribution"
    HOME_VISIT = "home_visit"
    SHELTER = "shelter"
    MOBILE_TOUR = "mobile_tour"
    HEALTH_DAY = "health_day"
    OFFICE = "office"
    REFERRED = "referred"
    OTHER = "other"


class Origin(Value):
    """The contact that a pathway began with, in the activity where the person was met."""

    activity_id: UUID
    contact_id: UUID


class PathwayOpened(Fact, topic="pathway-opened", lowest=DataClass.IDENTITY):
    opened_by: UUID  # organisation
    referent_id: UUID  # member
    called: Label  # the name the person wants to be called by; a first name is enough
    met_at: MetAt
    origin: Origin | None = None


class PathwayAlreadyOpened(Conflict):
    code = "pathway-already-opened"
    title = "This pathway is already open."


class PathwayNotOpened(NotFound):
    code = "not-found"
    title = NotFound.title


@dataclass(frozen=True, slots=True)
class Opening(Part):
    """Whether the pathway exists, since when, and through whom."""

    facts: ClassVar = (PathwayOpened,)

    opened_by: UUID | None = None
    opened_at: datetime | None = None
    met_at: MetAt | None = None
    origin: Origin | None = None

    def open(
        self,
        *,
        opened_by: UUID,
        referent_id: UUID,
        called: str,
        met_at: MetAt,
        origin: Origin | None = None,
        at: datetime,
    ) -> PathwayOpened:
        """Open a pathway; the first contact may be nameless but for what the person is called.

        Raises:
            PathwayAlreadyOpened: it was opened before.
        """
        if self.opened_at is not None:
            raise PathwayAlreadyOpened
        return PathwayOpened(
            occurred_at=at,
            opened_by=opened_by,
            referent_id=referent_id,
            called=called,
            met_at=met_at,
            origin=origin,
        )

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (one fact, one place)
        match fact:
            case PathwayOpened():
                return type(self)(fact.opened_by, fact.occurred_at, fact.met_at, fact.origin)
        return self

"""What happens to a workshop: numbers and ids of places, and nobody's pathway."""

from uuid import UUID

from domain.activity.counting import Many, Minutes
from domain.activity.words import Happening
from domain.activity.workshops.words import Workshop
from domain.data_classes import DataClass
from domain.instants import Instant
from domain.kernel import Fact


class WorkshopOpened(Fact, topic="workshop-opened", lowest=DataClass.IDENTITY):
    held_by: UUID  # organisation
    happening: Happening
    workshop: Workshop
    salt: UUID  # known to nobody: without it, the id of a place tells of no pathway


class WorkshopCorrected(Fact, topic="workshop-corrected", lowest=DataClass.IDENTITY):
    happening: Happening
    workshop: Workshop


class WorkshopSessionPlanned(Fact, topic="workshop-session-planned", lowest=DataClass.IDENTITY):
    session_id: UUID
    starts_at: Instant
    minutes: Minutes


class WorkshopSessionWithdrawn(Fact, topic="workshop-session-withdrawn", lowest=DataClass.IDENTITY):
    session_id: UUID


class WorkshopPlaceTaken(Fact, topic="workshop-place-taken", lowest=DataClass.IDENTITY):
    """By somebody known; who, only their pathway tells."""

    session_id: UUID
    place_id: UUID
    was_nameless: bool = False  # they were counted among the nameless, and are not any more


class WorkshopPlaceNoted(Fact, topic="workshop-place-noted", lowest=DataClass.IDENTITY):
    session_id: UUID
    place_id: UUID
    came: bool


class WorkshopPlaceGivenBack(Fact, topic="workshop-place-given-back", lowest=DataClass.IDENTITY):
    session_id: UUID
    place_id: UUID


class WorkshopPeopleCounted(Fact, topic="workshop-people-counted", lowest=DataClass.IDENTITY):
    """Places kept for people without a name, or, once it was held, a corrected count of them."""

    session_id: UUID
    nameless: Many
    children: Many = 0  # looked after meanwhile; they take no place


class WorkshopHeld(Fact, topic="workshop-held", lowest=DataClass.IDENTITY):
    session_id: UUID
    nameless: Many  # who came
    children: Many


InSession = (
    WorkshopPlaceTaken
    | WorkshopPlaceNoted
    | WorkshopPlaceGivenBack
    | WorkshopPeopleCounted
    | WorkshopHeld
)

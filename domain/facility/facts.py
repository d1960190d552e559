"""What is recorded about facilities and their places; who stays stands on the pathways alone."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from domain.data_classes import DataClass
from domain.facility.words import FacilityKind, PlaceKind
from domain.kernel import Fact
from domain.text import Label
from domain.wall_time import Zone

Places = Annotated[int, Field(ge=0, le=2_000)]


class FacilityRegistered(Fact, topic="facility-registered", lowest=DataClass.IDENTITY):
    facility_id: UUID
    organisation_id: UUID
    kind: FacilityKind
    name: Label
    zone: Zone  # whose days are counted there


class CapacityDeclared(Fact, topic="capacity-declared", lowest=DataClass.IDENTITY):
    """So many places of a kind from a day on; it takes the place of what was said of these days."""

    kind: PlaceKind
    places: Places
    starts: date
    until: date | None = None  # excluded; None: until another number is declared


# What follows names nobody: a stay has an id, and the pathway alone says whose it is. It is sealed
# as what is most sensitive, so that not even its kind is read in the tables.
class PlaceHeld(Fact, topic="place-held", lowest=DataClass.PROTECTION):
    """Nobody else gets it until then; nothing needs to be recorded for it to be free again."""

    stay_id: UUID
    kind: PlaceKind
    starts: date
    until: date  # excluded
    expires_at: AwareDatetime


class HoldProlonged(Fact, topic="hold-prolonged", lowest=DataClass.PROTECTION):
    stay_id: UUID
    expires_at: AwareDatetime


class PlaceFreed(Fact, topic="place-freed", lowest=DataClass.PROTECTION):
    """Nobody came, or it was recorded in error: it was never occupied."""

    stay_id: UUID


class PlaceOccupied(Fact, topic="place-occupied", lowest=DataClass.PROTECTION):
    stay_id: UUID
    starts: date
    until: date  # excluded


class ExtensionHeld(Fact, topic="extension-held", lowest=DataClass.PROTECTION):
    """The days after those of a stay are kept for it until then."""

    stay_id: UUID
    until: date  # excluded
    expires_at: AwareDatetime


class OccupancyExtended(Fact, topic="occupancy-extended", lowest=DataClass.PROTECTION):
    stay_id: UUID
    until: date  # excluded


class OccupancyEnded(Fact, topic="occupancy-ended", lowest=DataClass.PROTECTION):
    stay_id: UUID
    until: date  # excluded: the day they left

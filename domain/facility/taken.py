"""One place of a facility as it is taken: held for a time, occupied, or left."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from domain.facility.facts import (
    ExtensionHeld,
    HoldProlonged,
    OccupancyEnded,
    OccupancyExtended,
    PlaceFreed,
    PlaceHeld,
    PlaceOccupied,
)
from domain.facility.words import PlaceKind


class TakenState(StrEnum):
    HELD = "held"
    OCCUPIED = "occupied"
    ENDED = "ended"
    FREED = "freed"


OVER = frozenset({TakenState.ENDED, TakenState.FREED})


class Taken(NamedTuple):
    """Which days a stay takes a place of a kind; whose stay it is, the facility does not say."""

    stay_id: UUID
    kind: PlaceKind
    starts: date
    until: date  # excluded
    state: TakenState
    expires_at: datetime  # of the hold; what is occupied does not expire
    held_until: date | None = None  # excluded: the days that are kept for an extension
    extension_expires_at: datetime | None = None

    def stands(self, now: datetime) -> bool:
        """Whether its days are taken: a hold that has expired takes none."""
        match self.state:
            case TakenState.HELD:
                return now < self.expires_at
            case TakenState.FREED:
                return False
        return True

    def last(self, now: datetime) -> date:
        """The day from which the place is free, with what is kept for an extension."""
        if self.held_until and self.extension_expires_at and now < self.extension_expires_at:
            return max(self.until, self.held_until)
        return self.until


Changing = (
    HoldProlonged | PlaceFreed | PlaceOccupied | ExtensionHeld | OccupancyExtended | OccupancyEnded
)


def as_held(fact: PlaceHeld) -> Taken:
    return Taken(
        stay_id=fact.stay_id,
        kind=fact.kind,
        starts=fact.starts,
        until=fact.until,
        state=TakenState.HELD,
        expires_at=fact.expires_at,
    )


def changes_by(fact: Changing) -> dict[str, Any]:
    no_extension = {"held_until": None, "extension_expires_at": None}
    match fact:
        case HoldProlonged():
            return {"expires_at": fact.expires_at}
        case PlaceFreed():
            return {"state": TakenState.FREED} | no_extension
        case PlaceOccupied():
            return {"state": TakenState.OCCUPIED, "starts": fact.starts, "until": fact.until}
        case ExtensionHeld():
            return {"held_until": fact.until, "extension_expires_at": fact.expires_at}
        case OccupancyExtended():
            return {"until": fact.until} | no_extension
        case OccupancyEnded():
            return {"state": TakenState.ENDED, "until": fact.until} | no_extension

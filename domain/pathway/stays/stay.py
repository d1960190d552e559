"""One stay, from the request of a place to where the person goes next."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.facility.words import PlaceKind
from domain.pathway.stays.facts import (
    PlaceAccepted,
    PlaceDeclined,
    PlaceOffered,
    PlaceRequested,
    StayEnded,
    StayExtended,
    StayStarted,
)
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceDeclineReason


class StayState(StrEnum):
    REQUESTED = "requested"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"  # the place was not kept any longer; by itself, and no fact says so
    STARTED = "started"
    ENDED = "ended"


KEPT = frozenset({StayState.REQUESTED, StayState.OFFERED, StayState.ACCEPTED})
BEGUN = frozenset({StayState.STARTED, StayState.ENDED})


class Stay(NamedTuple):
    id: UUID
    facility_id: UUID
    organisation_id: UUID  # that of the facility
    requested_by: UUID  # organisation
    kind: PlaceKind
    data_class: DataClass
    starts: date
    until: date  # excluded
    kept_until: datetime
    requested_at: datetime
    state: StayState = StayState.REQUESTED
    declined_by: DeclinedBy | None = None
    reason: PlaceDeclineReason | None = None
    destination: Destination | None = None

    def state_at(self, now: datetime) -> StayState:
        if self.state in KEPT and self.kept_until <= now:
            return StayState.LAPSED
        return self.state

    def is_on(self, starts: date, until: date) -> bool:
        """Whether the person stayed there on one of these days."""
        return self.state in BEGUN and self.starts < until and starts < self.until

    @property
    def parties(self) -> frozenset[UUID]:
        """The organisations whose say it is."""
        return frozenset({self.organisation_id, self.requested_by})


def as_requested(fact: PlaceRequested) -> Stay:
    return Stay(
        id=fact.stay_id,
        facility_id=fact.facility_id,
        organisation_id=fact.organisation_id,
        requested_by=fact.requested_by,
        kind=fact.kind,
        data_class=fact.data_class,
        starts=fact.starts,
        until=fact.until,
        kept_until=fact.kept_until,
        requested_at=fact.occurred_at,
    )


Changing = PlaceOffered | PlaceAccepted | PlaceDeclined | StayStarted | StayExtended | StayEnded


def changes_by(fact: Changing) -> dict[str, Any]:
    """What a later fact of a stay makes of it."""
    match fact:
        case PlaceOffered():
            return {"state": StayState.OFFERED, "kept_until": fact.kept_until}
        case PlaceAccepted():
            return {"state": StayState.ACCEPTED, "kept_until": fact.kept_until}
        case PlaceDeclined():
            said = {"declined_by": fact.declined_by, "reason": fact.reason}
            return {"state": StayState.DECLINED} | said
        case StayStarted():
            return {"state": StayState.STARTED, "starts": fact.starts, "until": fact.until}
        case StayExtended():
            return {"until": fact.until}
        case StayEnded():
            gone = {"until": fact.until, "destination": fact.destination}
            return {"state": StayState.ENDED} | gone

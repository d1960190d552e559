"""Invented days, stays and places that the scenarios share."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from domain.facility.facts import (
    CapacityDeclared,
    ExtensionHeld,
    OccupancyEnded,
    OccupancyExtended,
    PlaceFreed,
    PlaceHeld,
    PlaceOccupied,
)
from domain.facility.words import Days, PlaceKind

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
SOON = NOW + timedelta(hours=72)
KIND = PlaceKind.PARENT_AND_CHILD
AWA = UUID("dddddddd-0000-4000-8000-000000000001")
MINA = UUID("dddddddd-0000-4000-8000-000000000002")


def march(day: int) -> date:
    return date(2026, 3, day)


def days(starts: int, until: int) -> Days:
    return Days(starts=march(starts), until=march(until))


def declared(places: int, starts: int = 1, until: int | None = None) -> CapacityDeclared:
    return CapacityDeclared(
        occurred_at=NOW,
        kind=KIND,
        places=places,
        starts=march(starts),
        until=march(until) if until else None,
    )


def held(stay: UUID, starts: int, until: int, *, expires_at: datetime = SOON) -> PlaceHeld:
    return PlaceHeld(
        occurred_at=NOW,
        stay_id=stay,
        kind=KIND,
        starts=march(starts),
        until=march(until),
        expires_at=expires_at,
    )


def occupied(stay: UUID, starts: int, until: int) -> PlaceOccupied:
    return PlaceOccupied(occurred_at=NOW, stay_id=stay, starts=march(starts), until=march(until))


def extension(stay: UUID, until: int, *, expires_at: datetime = SOON) -> ExtensionHeld:
    return ExtensionHeld(occurred_at=NOW, stay_id=stay, until=march(until), expires_at=expires_at)


def extended(stay: UUID, until: int) -> OccupancyExtended:
    return OccupancyExtended(occurred_at=NOW, stay_id=stay, until=march(until))


def left(stay: UUID, until: int) -> OccupancyEnded:
    return OccupancyEnded(occurred_at=NOW, stay_id=stay, until=march(until))


def freed(stay: UUID) -> PlaceFreed:
    return PlaceFreed(occurred_at=NOW, stay_id=stay)

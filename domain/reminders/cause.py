"""Something on a pathway that may be recalled, at its present moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from domain.data_classes import DataClass
from domain.dates import DAY
from domain.instants import FIRST, FIRST_DAY, LAST, LAST_DAY
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import SuppressionReason
from domain.reminders.rules import Condition
from domain.reminders.triggers import Trigger
from domain.wall_time import WallTime, zone_named

RecordedAt = Mapping[int, datetime]  # by version
NOT_READ: RecordedAt = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cause:
    """What a reminder recalls, as it stands.

    Whoever may see the fact at version `occurrence` of the stream may be told of it.
    """

    trigger: Trigger
    pathway_id: UUID
    id: UUID
    occurrence: int  # version of the fact that set its present moment: there and back is another
    at: WallTime  # from which days are counted
    data_class: DataClass
    known_since: datetime | None = None  # when that moment was recorded; None: it was not asked
    chased: WallTime | None = None  # when it is chased, where somebody's answer is awaited
    until: WallTime | None = None  # from when on no reminder is of use; None: there is no such time
    held_by: UUID | None = None  # the organisation that sees to it; None: whoever follows
    member_id: UUID | None = None  # of that organisation, where somebody is named
    asked_of: UUID | None = None  # the organisation whose answer is awaited
    conditions: frozenset[Condition] = frozenset()
    confirmed: bool = True  # False: its moment follows from a rule of law to be confirmed


class Gone(NamedTuple):
    """Why something is not to be recalled any more, or not at that moment."""

    reason: SuppressionReason
    data_class: DataClass


def home_of(pathway: Pathway) -> UUID:
    """The organisation where the person was first met: their own zone is taken to be its."""
    return pathway.opening.opened_by or pathway.id


def at_instant(instant: datetime, zone: str) -> WallTime:
    """What the clock shows somewhere at an instant; of two same times, the first is meant."""
    counted = min(max(instant, FIRST + DAY), LAST - DAY)
    return WallTime(wall=counted.astimezone(zone_named(zone)).replace(tzinfo=None), zone=zone)


def on_day(day: date, zone: str) -> WallTime:
    """The beginning of a day somewhere; days that nobody counts stand at the edge of the calendar.

    A declared day may be any; a planner does not stumble over one.
    """
    counted = min(max(day, FIRST_DAY), LAST_DAY)
    return WallTime(wall=datetime.combine(counted, time()), zone=zone)

"""Time as it is said to a person: what the clock on the wall shows, and where.

"The day before at the same time" and "24 hours before" differ when clocks change, so what is kept
is the wall time and its zone; the instant is worked out from them.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, NaiveDatetime

from domain.instants import FIRST, LAST
from domain.kernel import Value
from domain.refusals import Conflict


@lru_cache(maxsize=1_024)
def zone_named(name: str) -> ZoneInfo:
    """The rules of an IANA zone.

    Raises:
        ValueError: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (LookupError, OSError) as unknown:
        raise ValueError("this is not the name of a time zone") from unknown


def instant_at(wall: datetime, zone: str) -> datetime:
    """In UTC, what a clock of this zone shows then."""
    return wall.replace(tzinfo=zone_named(zone)).astimezone(UTC)


def known_zone(name: str) -> str:
    zone_named(name)
    return name


FIRST_WALL, LAST_WALL = FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None)
Zone = Annotated[str, Field(max_length=64), AfterValidator(known_zone)]


class NoSuchTime(Conflict):
    code = "no-such-time"
    title = "Clocks change that night and skip this time: choose another."


class WallTime(Value):
    """A wall time in an IANA zone; of two same times in an autumn night, the first is meant."""

    wall: Annotated[NaiveDatetime, Field(ge=FIRST_WALL, le=LAST_WALL)]
    zone: Zone

    @property
    def instant(self) -> datetime:
        """The same time in UTC."""
        return instant_at(self.wall, self.zone)

    def must_exist(self) -> None:
        """Refuse a time that clocks skip; asked when it is said, since zones may change later.

        Raises:
            NoSuchTime: no clock there shows it.
        """
        shown = self.instant.astimezone(zone_named(self.zone)).replace(tzinfo=None)
        if shown != self.wall:
            raise NoSuchTime

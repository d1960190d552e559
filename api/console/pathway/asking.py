"""What is asked of the page of a pathway: as of which day, which entries, from where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Depends, Query
from fastapi.exceptions import RequestValidationError

from api.console.pathway.leafing import MOST, USUAL
from api.console.pathway.timeline import Wanted
from api.console.sentences.sentence import Area
from api.http.opaque import LONGEST
from domain.dates import DAY
from domain.instants import FIRST_DAY, LAST_DAY

JUST_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class AskedOfPage:
    wanted: Wanted
    as_of: date | None
    before: str
    entries: int

    @property
    def is_sifting(self) -> bool:
        """Whether something less than everything is asked for."""
        return bool(self.wanted.areas or self.wanted.organisations or self.as_of)

    def instant(self, *, zone: str, now: datetime) -> datetime | None:
        """The last instant of the day asked for, where the reader is; None: the present."""
        if self.as_of is None:
            return None
        ends = datetime.combine(self.as_of + DAY, time(), ZoneInfo(zone)) - JUST_BEFORE
        return ends.astimezone(UTC) if ends < now else None

    def again(self, **otherwise: str) -> str:
        """The same questions, but these; as the query of an address."""
        asked: list[tuple[str, str]] = [
            *(("area", area.value) for area in sorted(self.wanted.areas)),
            *(("organisation", str(one)) for one in sorted(self.wanted.organisations)),
        ]
        said: Mapping[str, str] = {
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "entries": "" if self.entries == USUAL else str(self.entries),
            **otherwise,
        }
        return urlencode([*asked, *((name, value) for name, value in said.items() if value)])


def asked_of_page(
    area: Annotated[list[Area] | None, Query(max_length=len(Area))] = None,
    organisation: Annotated[list[UUID] | None, Query(max_length=100)] = None,
    as_of: Annotated[str, Query(max_length=10)] = "",
    before: Annotated[str, Query(max_length=LONGEST)] = "",
    entries: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> AskedOfPage:
    """What the address asks for.

    Raises:
        RequestValidationError: it makes no sense.
    """
    wanted = Wanted(frozenset(area or ()), frozenset(organisation or ()))
    return AskedOfPage(wanted, _day(as_of), before, entries)


def _day(said: str) -> date | None:
    """The day of a date field, which a browser sends empty where none was chosen."""
    if not said:
        return None
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise no_such_day() from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise no_such_day()
    return day


def no_such_day() -> RequestValidationError:
    return RequestValidationError([{"type": "date", "loc": ("query", "as_of")}])


Asked = Annotated[AskedOfPage, Depends(asked_of_page)]

"""What the address of a page of an audit asks for: a pathway, as of when, and as whom."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Depends, Query
from pydantic import TypeAdapter, ValidationError

from api.console.visit import AVisit
from api.problems import Unreadable
from application.audits.opening import AuditAsked
from domain.instants import Instant, in_utc

AN_INSTANT: TypeAdapter[datetime] = TypeAdapter(Instant)
END_OF_DAY = time(23, 59, 59)
BETWEEN = "."  # an organisation and its member

Said = Annotated[str, Query(max_length=120)]
AsWhom = Annotated[str, Query(alias="as", max_length=120)]


class AuditUnreadable(Unreadable):
    code = "audit-unreadable"
    title = "This day, this time or this viewer cannot be read: go back, and choose them again."


@dataclass(frozen=True, slots=True)
class Asking:
    """The viewer is an organisation, or one of its members; an empty text: nobody in particular."""

    pathway_id: UUID
    as_of: datetime | None
    viewer: str

    @property
    def audit(self) -> AuditAsked:
        organisation, _, member = self.viewer.partition(BETWEEN)
        return AuditAsked(
            self.pathway_id,
            self.as_of,
            _id(organisation) if self.viewer else None,
            _id(member) if member else None,
        )

    @property
    def path(self) -> str:
        return f"/audit/pathways/{self.pathway_id}"

    @property
    def as_of_written(self) -> str:
        return written(self.as_of)

    def address(self, room: str = "", **more: str) -> str:
        """The same of another page, or of this one."""
        asked = {"as_of": self.as_of_written, "as": self.viewer} | more
        told = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.path}{room}?{told}" if told else f"{self.path}{room}"


def moment(visit: AVisit, as_of: Said = "", day: Said = "", hour: Said = "") -> datetime | None:
    """As of when: a day and an hour of the clock on the wall go before an instant.

    Raises:
        AuditUnreadable: one of them is not what it should be.
    """
    return on_the_wall(day, hour, visit.zone) or instant(as_of)


def compared(
    visit: AVisit, since: Said = "", since_day: Said = "", since_hour: Said = ""
) -> datetime | None:
    """The instant to compare with, said in the same ways."""
    return moment(visit, since, since_day, since_hour)


def asking(
    pathway_id: UUID,
    at: Annotated[datetime | None, Depends(moment)],
    viewer: AsWhom = "",
) -> Asking:
    return Asking(pathway_id, at, viewer)


def instant(said: str) -> datetime | None:
    """As an address says it.

    Raises:
        AuditUnreadable: it is none.
    """
    if not said:
        return None
    try:
        return AN_INSTANT.validate_python(said)
    except ValidationError:
        raise AuditUnreadable from None


def on_the_wall(day: str, hour: str, zone: str) -> datetime | None:
    """The end of that day, where no hour is said.

    Raises:
        AuditUnreadable: one of them is not what it should be.
    """
    if not day:
        return None
    try:
        told = time.fromisoformat(hour) if hour else END_OF_DAY
        wall = datetime.combine(date.fromisoformat(day), told.replace(tzinfo=None))
        return in_utc(wall.replace(tzinfo=ZoneInfo(zone)))
    except (ValueError, OverflowError):
        raise AuditUnreadable from None


def written(at: datetime | None) -> str:
    """An instant as addresses carry it; empty for now."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if at else ""


def _id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise AuditUnreadable from None


AnAsking = Annotated[Asking, Depends(asking)]
Compared = Annotated[datetime | None, Depends(compared)]

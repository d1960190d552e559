"""Who wants one letter a day about their inbox, and when; kept with their account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Protocol
from uuid import UUID

from pydantic import AfterValidator, Field

from domain.kernel import Value
from domain.wall_time import Zone

Language = Literal["fr", "en"]


def _to_the_minute(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("a time of the clock has no offset: the zone says where it is")
    return at.replace(second=0, microsecond=0)


class DigestChoice(Value):
    """In which language, and at what time of the clock where its reader lives."""

    language: Language
    at: Annotated[time, AfterValidator(_to_the_minute)] = Field(examples=["07:30:00"])
    zone: Zone = Field(examples=["Europe/Paris"])


@dataclass(frozen=True, slots=True)
class DigestDue:
    """A digest that one process sends until its lease ends."""

    account_id: UUID
    choice: DigestChoice
    day: date  # which one it is; the same at each attempt
    until: datetime


class Digests(Protocol):
    """One row an account that wants digests.

    Raises:
        StoreUnavailable: its database cannot be reached.
    """

    def choose(self, account_id: UUID, choice: DigestChoice, *, day: date, at: datetime) -> None:
        """Keep a choice, in the place of an earlier one; the first digest is of that day."""

    def choice(self, account_id: UUID) -> DigestChoice | None:
        """What was chosen; None: no digest is wanted."""

    def end(self, account_id: UUID) -> None:
        """Send no more; ending it again changes nothing."""

    def take(self, *, now: datetime, lease: timedelta, limit: int) -> Sequence[DigestDue]:
        """Some of those whose moment has come; nobody else gets them before the lease ends."""

    def put_off(self, due: DigestDue, *, day: date, at: datetime) -> bool:
        """When the next attempt is, of which day; False when it was chosen anew meanwhile."""

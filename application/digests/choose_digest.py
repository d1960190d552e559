"""Want one letter a day about what is unread, or none any more."""

from datetime import date, datetime, timedelta
from uuid import UUID

from application.digests.ports import DigestChoice, Digests
from domain.wall_time import instant_at, zone_named

DAY = timedelta(days=1)


def choose_digest(
    digests: Digests, account_id: UUID, choice: DigestChoice, *, now: datetime
) -> None:
    """The first one leaves the next time that the clock shows this hour."""
    day, at = next_digest(choice, after=now)
    digests.choose(account_id, choice, day=day, at=at)


def next_digest(choice: DigestChoice, *, after: datetime) -> tuple[date, datetime]:
    """The next day that has one, and its instant; an hour that clocks skip is the one after."""
    today = after.astimezone(zone_named(choice.zone)).date()
    at = instant_at(datetime.combine(today, choice.at), choice.zone)
    if at > after:
        return today, at
    return today + DAY, instant_at(datetime.combine(today + DAY, choice.at), choice.zone)

"""What a message takes at most, so that whoever words it or pays for it sees it before."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.pathway.reminders import Channel
from domain.reminders.saying import Known, message_of
from domain.reminders.segments import Cost, cost_of
from domain.reminders.wording import Wording
from domain.wall_time import WallTime

BEGINS = datetime.combine(date(2028, 1, 1), time(23, 59))  # a leap year; no time is written longer
DAYS = 366


def worst_case(
    wording: Wording, template: str, *, call_back: str, link: str = "", moments: int = 1
) -> Cost:
    """What the longest text of a year takes, without a place; `moments` follow each other."""
    known = (Known(when, call_back=call_back, link=link) for when in _moments(moments))
    texts = (message_of(wording, template, one).carried_by(Channel.TEXT) for one in known)
    return max(map(cost_of, texts), key=lambda cost: (cost.segments, cost.characters))


def _moments(many: int) -> Iterator[tuple[WallTime, ...]]:
    for day in range(DAYS):
        days = (BEGINS + timedelta(days=day + further) for further in range(many))
        yield tuple(WallTime(wall=wall, zone="UTC") for wall in days)

"""Instants to the second: what is recorded in one minute has an order too."""

from datetime import datetime
from zoneinfo import ZoneInfo

from api.console.visit import Visit


def clock(visit: Visit, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(visit.zone)):%H:%M:%S}"


def precisely(visit: Visit, at: datetime) -> str:
    """To the millisecond, where several instants share a second."""
    said = {"day": visit.days.day(at), "time": f"{clock(visit, at)}.{at.microsecond // 1000:03}"}
    return visit.gettext("%(day)s at %(time)s") % said


def in_full(visit: Visit, at: datetime) -> str:
    """Such as 4 March 2026 at 14:05:09."""
    said = {"day": visit.days.day(at), "time": clock(visit, at)}
    return visit.gettext("%(day)s at %(time)s") % said

"""A day in groups, the most urgent first."""

from collections.abc import Iterable, Iterator

from api.console.day.asked import (
    emergency_line,
    invitation_line,
    referral_line,
    waiting_line,
)
from api.console.day.ending import ending_line
from api.console.day.line import Group, Line
from api.console.day.planned import is_near, planned_line
from api.console.day.speaking import Speaking
from api.console.day.told import told_line
from api.languages.words import phrase
from application.day.read_day import Day
from application.inbox.ports import InboxKind

TITLES = {
    "now": phrase("Until tomorrow"),
    "week": phrase("This week"),
    "answer": phrase("To answer"),
    "waiting": phrase("Waiting for others"),
    "renew": phrase("Rights that end within two months"),
}


def groups_of(speaking: Speaking, day: Day) -> tuple[Group, ...]:
    """Those in which there is something."""
    lines = {
        "now": _now(speaking, day),
        "week": _week(speaking, day),
        "answer": _to_answer(speaking, day),
        "waiting": (waiting_line(speaking, one) for one in day.waiting),
        "renew": (ending_line(speaking, one) for one in day.ending),
    }
    groups = (Group(name, TITLES[name], tuple(found)) for name, found in lines.items())
    return tuple(group for group in groups if group.lines)


def _now(speaking: Speaking, day: Day) -> Iterator[Line]:
    for entry in day.told:
        if entry.item.kind is not InboxKind.EMERGENCY_ACCESS:  # among those to answer
            yield told_line(speaking, entry)
    for planned in day.planned:
        if is_near(speaking, planned.row.day):
            yield planned_line(speaking, planned)


def _week(speaking: Speaking, day: Day) -> Iterator[Line]:
    for planned in day.planned:
        if not is_near(speaking, planned.row.day):
            yield planned_line(speaking, planned)


def _to_answer(speaking: Speaking, day: Day) -> Iterable[Line]:
    yield from (emergency_line(speaking, one) for one in day.emergencies)
    yield from (referral_line(speaking, one) for one in day.asked)
    yield from (invitation_line(speaking, one) for one in day.invitations)

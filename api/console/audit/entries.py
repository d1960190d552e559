"""The facts of a replay in words: what happened, who told it, who could see it and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from api.console.audit.instants import clock
from api.console.visit import Visit
from api.console.wording.labels import label
from application.audits.replay_pathway import EntryReplayed, Replay, Seeing
from application.receipts.naming import Directory

Naming = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class Seen:
    ground: str
    made: str  # since when, where it is known
    members: str


@dataclass(frozen=True, slots=True)
class EntryTold:
    version: int
    at: datetime
    time: str  # when it was recorded
    words: str
    withheld: bool  # what it says is not for this auditor
    data_class: str
    happened: str  # where it was recorded on another day
    who: str
    seen: tuple[Seen, ...]
    new: bool  # it was not there at the instant of comparison


def told_of(
    visit: Visit, replay: Replay, before: Replay | None, compared: datetime | None
) -> list[EntryTold]:
    """Newest first."""
    circle = {entry.event.organisation_id for entry in replay.entries}
    asked = replay.opened.asked.organisation_id
    directory = Directory(visit.house.network.log)
    names = directory.naming(filter(None, {*circle, asked}))
    known = {entry.event.originator_version for entry in before.entries} if before else set()
    return [
        _told(visit, entry, names, new=bool(compared) and _version(entry) not in known)
        for entry in reversed(replay.entries)
    ]


def days_of(visit: Visit, entries: Iterable[EntryTold]) -> list[tuple[str, list[EntryTold]]]:
    """Grouped by the day of their recording."""
    return [
        (day, list(group)) for day, group in groupby(entries, key=lambda one: visit.days.day(one.at))
    ]


def _told(visit: Visit, entry: EntryReplayed, names: Naming, *, new: bool) -> EntryTold:
    event, fact = entry.event, entry.event.fact
    recorded = event.recorded_at or fact.occurred_at
    happened, day = visit.days.day(fact.occurred_at), visit.days.day(recorded)
    who = (names(one) for one in (event.actor_id, event.organisation_id) if one)
    return EntryTold(
        version=_version(entry),
        at=recorded,
        time=clock(visit, recorded),
        words=fact.topic if entry.may_read else "",
        withheld=not entry.may_read,
        data_class=visit.gettext(label(fact.data_class)),
        happened=happened if entry.may_read and happened != day else "",
        who=", ".join(filter(None, who)),
        seen=tuple(_seen(visit, seeing, names) for seeing in entry.seen),
        new=new,
    )


def _version(entry: EntryReplayed) -> int:
    return entry.event.originator_version


def _seen(visit: Visit, seeing: Seeing, names: Naming) -> Seen:
    made = seeing.made_by.recorded_at if seeing.made_by else None
    return Seen(
        ground=visit.gettext(label(seeing.ground)),
        made=visit.days.day(made) if made else "",
        members=", ".join(filter(None, map(names, seeing.members))),
    )

"""The facts of a replay in words: what happened, who told it, who could see it and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from api.console.audit.instants import clock
from api.console.pathway.knots import Knot, knots_of
from api.console.sentences.every import sentence_of
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Sentence
from api.console.sentences.told import Told
from api.console.visit import Visit
from api.console.wording.labels import label
from api.languages.words import words_in
from application.audits.replay_pathway import EntryReplayed, Replay, Seeing
from application.pathways.correcting import corrections_among
from application.pathways.read_timeline import TimelineEntry
from application.receipts.naming import Directory
from domain.access import Ground
from domain.kernel import DomainEvent

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
    said: Sentence | None  # None: what it says is not for this auditor
    data_class: str
    happened: str  # where it was recorded on another day
    who: str
    knot: Knot | None  # of the organisation that told it
    seen: tuple[Seen, ...]
    corrects: int | None  # the version of the entry that it corrects
    corrected_by: int | None


def told_of(visit: Visit, replay: Replay) -> list[EntryTold]:
    """Newest first."""
    return list(_Telling(visit, replay).entries())


def days_of(visit: Visit, entries: Iterable[EntryTold]) -> list[tuple[str, list[EntryTold]]]:
    """Grouped by the day of their recording."""
    together = groupby(entries, key=lambda one: visit.days.day(one.at))
    return [(day, list(group)) for day, group in together]


class _Telling:
    def __init__(self, visit: Visit, replay: Replay) -> None:
        self._visit, self._replay = visit, replay
        self._names = naming(visit, replay)
        self._knots = knots_of(entry.event.organisation_id for entry in replay.entries)
        readable = [entry.event for entry in replay.entries if entry.may_read]
        self._corrects = _versions_of(corrections_among(readable), readable)
        self._corrected = {was: now for now, was in self._corrects.items()}
        self._lines = {event.originator_version: _line(event) for event in readable}
        self._saying = Saying(
            words=words_in(visit.language),
            days=visit.days,
            names=self._names,
            told=Told.by(self._lines.values()),
        )

    def entries(self) -> Iterable[EntryTold]:
        return map(self._told, reversed(self._replay.entries))

    def _told(self, entry: EntryReplayed) -> EntryTold:
        event, days = entry.event, self._visit.days
        line = self._lines.get(event.originator_version)
        recorded = event.recorded_at or event.fact.occurred_at
        happened = days.day(event.fact.occurred_at)
        who = (self._names(one) for one in (event.actor_id, event.organisation_id) if one)
        return EntryTold(
            version=event.originator_version,
            at=recorded,
            time=clock(self._visit, recorded),
            said=sentence_of(line, self._saying) if line else None,
            data_class=self._visit.gettext(label(event.fact.data_class)),
            happened=happened if line and happened != days.day(recorded) else "",
            who=", ".join(filter(None, who)),
            knot=self._knots.get(event.organisation_id) if event.organisation_id else None,
            seen=tuple(map(self._seen, entry.seen)),
            corrects=self._corrects.get(event.originator_version),
            corrected_by=self._corrected.get(event.originator_version),
        )

    def _seen(self, seeing: Seeing) -> Seen:
        made = seeing.made_by.recorded_at if seeing.made_by else None
        return Seen(
            ground=self._visit.gettext(label(seeing.ground)),
            made=self._visit.days.day(made) if made else "",
            members=", ".join(filter(None, map(self._names, seeing.members))),
        )


def naming(visit: Visit, replay: Replay) -> Naming:
    """Names of those who acted, and of those asked about."""
    acted = {entry.event.organisation_id for entry in replay.entries}
    asked = replay.opened.asked.organisation_id
    return Directory(visit.house.network.log).naming(one for one in acted | {asked} if one)


def _versions_of(places: Mapping[int, int], events: Sequence[DomainEvent]) -> dict[int, int]:
    return {
        events[now].originator_version: events[was].originator_version
        for now, was in places.items()
    }


def _line(event: DomainEvent) -> TimelineEntry:
    return TimelineEntry(
        pathway_id=event.originator_id,
        fact=event.fact,
        recorded_at=event.recorded_at,
        actor_id=event.actor_id,
        organisation_id=event.organisation_id,
        ground=Ground.AUDIT_MANDATE,
    )

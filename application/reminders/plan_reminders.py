"""Follow the history and write down what is to be recalled; later work starts from facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from application.ports import EventLog
from application.refusals import EventUnreadable
from application.reminders.reminding import Reminding
from domain.kernel import DomainEvent
from domain.organisation.organisation import Organisation
from domain.pathway.pathway import Pathway
from domain.reminders.cause import Cause
from domain.reminders.causes import causes_of
from domain.reminders.due import Due
from domain.reminders.planning import reminders_of
from domain.reminders.rules import ReminderPack
from domain.reminders.terms import Terms

AT_ONCE = 500  # events


@dataclass(frozen=True, slots=True)
class Progress:
    read: int  # events; 0 at the head of the history, or when another planner was faster
    unreadable: int | None = None  # the position of an event that was passed over


def plan_reminders(reminding: Reminding, *, at_once: int = AT_ONCE) -> Progress:
    """Plan for the next events of the history; several planners never plan twice."""
    reminding.begin_rules()
    log, rows = reminding.network.log, reminding.rows
    read_from = rows.planned_up_to()
    try:
        events = log.after(read_from, limit=at_once)
    except EventUnreadable as unreadable:
        if at_once > 1:  # what stands before it is planned first
            return plan_reminders(reminding, at_once=at_once // 2)
        rows.plan([], read_from=read_from, read_to=unreadable.position)
        return Progress(1, unreadable.position)
    if not events:
        if log.head() < read_from:  # an older history was restored: plan again, nothing doubles
            rows.plan([], read_from=read_from, read_to=0)
        return Progress(0)
    streams, unreadable_at = readable(_ending_with(events, log), log)
    planned = reminders_in(streams, reminding)
    mine = rows.plan(planned, read_from=read_from, read_to=events[-1].position)
    return Progress(len(events) if mine else 0, unreadable_at)


def _ending_with(events: Iterable[DomainEvent], log: EventLog) -> list[UUID]:
    """The streams that end with these events; one that goes on is planned with those to come."""
    last = {
        event.originator_id: event.originator_version
        for event in events
        if type(event.fact) not in Organisation.readers
    }
    heads = log.heads(last)
    return [stream_id for stream_id, version in last.items() if heads.get(stream_id) == version]


def readable(stream_ids: list[UUID], log: EventLog) -> tuple[list[list[DomainEvent]], int | None]:
    """The streams that can be read, and the position of the first event that keeps one from it."""
    try:
        return list(log.streams(stream_ids).values()), None
    except EventUnreadable as unreadable:
        if len(stream_ids) == 1:
            return [], unreadable.position
    read, unreadable_at = list[list[DomainEvent]](), None
    for stream_id in stream_ids:
        streams, position = readable([stream_id], log)
        read += streams
        unreadable_at = unreadable_at or position
    return read, unreadable_at


def reminders_in(
    streams: Iterable[list[DomainEvent]], reminding: Reminding, *, pack: ReminderPack | None = None
) -> list[Due]:
    """Every reminder to plan of these pathways, under the rules in force or under others."""
    now, terms = reminding.network.clock(), reminding.terms
    under = replace(terms, pack=pack or terms.pack)
    return [
        due for stream in streams for due in reminders_of(causes_in(stream, under), under, now=now)
    ]


def causes_in(stream: list[DomainEvent], terms: Terms) -> list[Cause]:
    pathway = Pathway(stream[0].originator_id).after(stream)
    recorded_at = {
        event.originator_version: event.recorded_at
        for event in stream
        if event.recorded_at is not None
    }
    return causes_of(pathway, terms, recorded_at)

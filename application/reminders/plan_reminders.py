"""Follow the history and write down what is to be recalled; later work starts from facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from application.ports import EventLog
from application.refusals import EventUnreadable
from application.reminders.reminding import Reminding
from domain.kernel import DomainEvent
from domain.pathway.appointments.facts import (
    AppointmentBooked,
    AppointmentMoved,
    AttendanceCorrected,
)
from domain.pathway.pathway import Pathway
from domain.reminders.planning import Cause, reminders_of
from domain.wall_time import WallTime

AT_ONCE = 500  # events


@dataclass(frozen=True, slots=True)
class Progress:
    read: int  # events; 0 at the head of the history, or when another planner was faster
    unreadable: int | None = None  # the position of an event that was passed over


def plan_reminders(reminding: Reminding, *, at_once: int = AT_ONCE) -> Progress:
    """Plan for the next events of the history; several planners never plan twice."""
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
    now = reminding.network.clock()
    planned = [
        due
        for event in events
        for cause in _causes(event, log)
        if cause.starts.instant > now
        for due in reminders_of(cause, reminding.terms)
    ]
    mine = rows.plan(planned, read_from=read_from, read_to=events[-1].position)
    return Progress(len(events) if mine else 0)


def _causes(event: DomainEvent, log: EventLog) -> Iterator[Cause]:
    """The appointment whose time this event set, if it did."""
    match event.fact:
        case AppointmentBooked(appointment_id=appointment_id, when=when):
            yield _cause(event, appointment_id, when)
        case AppointmentMoved(appointment_id=appointment_id, when=when, was=was) if when != was:
            yield _cause(event, appointment_id, when)
        case AttendanceCorrected(appointment_id=appointment_id):
            pathway = Pathway(event.originator_id).after(log.stream(event.originator_id))
            appointment = pathway.appointments.by_id.get(appointment_id)
            if appointment and appointment.occurrence == event.originator_version:
                yield _cause(event, appointment_id, appointment.when)


def _cause(event: DomainEvent, appointment_id: UUID, starts: WallTime) -> Cause:
    return Cause(
        pathway_id=event.originator_id,
        id=appointment_id,
        occurrence=event.originator_version,
        starts=starts,
        known_since=event.recorded_at or event.fact.occurred_at,
    )

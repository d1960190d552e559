"""Meeting the person, as items: appointments, who goes along, follow-ups."""

from collections.abc import Iterator

from api.console.pathway.head import Tag
from api.console.pathway.items import Item, Shelf, joined, lines
from domain.pathway.accompaniments.accompaniments import Accompaniment
from domain.pathway.accompaniments.words import AccompanimentState
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Attendance, Transport
from domain.pathway.follow_up import FollowUp, FollowUpState

OF_ATTENDANCE = {Attendance.ATTENDED: "ok", Attendance.MISSED: "warn"}
OF_FOLLOW_UP = {FollowUpState.DONE: "ok", FollowUpState.MISSED: "warn"}


def appointment_items(shelf: Shelf) -> Iterator[Item]:
    known = shelf.seen.pathway.appointments.by_id.values()
    for one in sorted(known, key=lambda one: one.when.instant, reverse=True):
        yield _appointment(shelf, one)
    for journey in shelf.seen.pathway.accompaniments.by_id.values():
        yield _journey(shelf, journey)


def _appointment(shelf: Shelf, one: Appointment) -> Item:
    say = shelf.telling
    with_whom = say.name(one.with_organisation) if one.with_organisation else one.with_name or ""
    past = one.when.instant < say.now
    needed = say.label(one.needs.transport) if one.needs.transport is not Transport.NO_NEED else ""
    state = say.gettext("to come") if one.is_awaited and not past else say.label(one.attendance)
    return Item(
        what=say.label(one.kind),
        state=Tag(state, OF_ATTENDANCE.get(one.attendance, "")),
        lines=lines(
            f"{say.day(one.when.wall)}, {say.clock(one.when.wall)}",
            joined((with_whom, one.place)),
            needed if one.is_awaited else "",
        ),
        acts=shelf.acts_on(one),
        over=not one.is_awaited,
    )


def _journey(shelf: Shelf, one: Accompaniment) -> Item:
    say, planned = shelf.telling, one.state is AccompanimentState.PLANNED
    went = ""
    if one.travelled:
        went = joined(
            (say.kilometres(one.travelled.kilometres), say.minutes(one.travelled.minutes))
        )
    return Item(
        what=say.gettext("Go with the person: %(place)s", place=one.place),
        state=Tag(say.label(one.state)),
        lines=lines(joined((say.day(one.on), say.label(one.why))), went),
        acts=shelf.acts_on(one),
        over=not planned,
    )


def follow_up_items(shelf: Shelf) -> Iterator[Item]:
    known = shelf.seen.pathway.follow_ups.by_id.values()
    for one in sorted(known, key=lambda one: one.due_on, reverse=True):
        yield _follow_up(shelf, one)


def _follow_up(shelf: Shelf, one: FollowUp) -> Item:
    say = shelf.telling
    return Item(
        what=say.label(one.purpose),
        state=Tag(say.label(one.state), OF_FOLLOW_UP.get(one.state, "")),
        lines=lines(
            joined((say.day(one.due_on), say.label(one.mode))),
            say.name(one.with_member or one.planned_by),
        ),
        acts=shelf.acts_on(one),
        over=not one.is_awaited,
    )

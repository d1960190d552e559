"""Workshops that the person has a place in: whether they came; each fact of its theme's class."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from domain.activity.themes import PreventionTheme
from domain.data_classes import DataClass
from domain.instants import Instant
from domain.kernel import Fact, Items, Part, Value, having, none_yet, without
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.refusals import Conflict, NotFound


class Seat(Value):
    """Which session of which workshop, as its organisation tells it."""

    workshop_id: UUID
    of_session: UUID
    held_by: UUID  # organisation
    starts_at: Instant
    theme: PreventionTheme


class WorkshopJoined(Fact, topic="workshop-joined", lowest=DataClass.SOCIAL):
    """A place is theirs; it takes one of those that the workshop counts."""

    attendance_id: UUID
    seat: Seat


class WorkshopAttended(Fact, topic="workshop-attended", lowest=DataClass.SOCIAL):
    attendance_id: UUID
    held_by: UUID  # organisation
    held_at: Instant


class WorkshopMissed(Fact, topic="workshop-missed", lowest=DataClass.SOCIAL):
    """They did not come, or, after `WorkshopAttended`, had not."""

    attendance_id: UUID


class WorkshopPlaceGivenUp(Fact, topic="workshop-place-given-up", lowest=DataClass.SOCIAL):
    """The place is not theirs any more, or never should have been."""

    attendance_id: UUID


class AttendanceUnknown(NotFound):
    code = "workshop-attendance-unknown"
    title = "This person has no such place in a workshop of your organisation."


class AlreadyInSession(Conflict):
    code = "already-in-session"
    title = "This person has a place in this session already."


class AttendanceAlreadySaid(Conflict):
    code = "workshop-attendance-already-said"
    title = "That is what is recorded already: say the contrary to correct it."


@dataclass(frozen=True, slots=True)
class WorkshopAttendance:
    id: UUID
    seat: Seat
    data_class: DataClass
    came: bool | None = None  # None: not known yet


class Coming(NamedTuple):
    """Whether somebody came to what they have a place in."""

    attendance_id: UUID
    came: bool


@dataclass(frozen=True, slots=True)
class WorkshopAttendances(Part):
    """The places that stand."""

    facts: ClassVar = (
        WorkshopJoined,
        WorkshopAttended,
        WorkshopMissed,
        WorkshopPlaceGivenUp,
        FactRecordedInWrongFile,
    )

    by_id: Items[UUID, WorkshopAttendance] = field(default_factory=none_yet)

    def join(
        self,
        *,
        attendance_id: UUID,
        seat: Seat,
        data_class: DataClass,
        came: bool | None = None,
        at: datetime,
    ) -> list[Fact]:
        """Note the place that a workshop gave, and whether they came where it is known.

        Raises:
            AlreadyInSession: they have one in this session.
        """
        if self.in_session(seat.of_session):
            raise AlreadyInSession
        joined = WorkshopJoined(
            occurred_at=at, data_class=data_class, attendance_id=attendance_id, seat=seat
        )
        if came is None:
            return [joined]
        new = WorkshopAttendance(attendance_id, seat, data_class)
        return [joined, _said(new, came=came, at=at)]

    def note(self, *, coming: Coming, by: UUID, at: datetime) -> Fact:
        """Note whether they came; the contrary corrects it.

        Raises:
            AttendanceUnknown: they have no such place with the organisation.
            AttendanceAlreadySaid: it is recorded so.
        """
        known = self.known(coming.attendance_id, of=by)
        if known.came is coming.came:
            raise AttendanceAlreadySaid
        return _said(known, came=coming.came, at=at)

    def give_up(self, *, attendance_id: UUID, by: UUID, at: datetime) -> WorkshopPlaceGivenUp:
        """Note that the place is not theirs, whatever was said of it.

        Raises:
            AttendanceUnknown: they have no such place with the organisation.
        """
        known = self.known(attendance_id, of=by)
        return WorkshopPlaceGivenUp(
            occurred_at=at, data_class=known.data_class, attendance_id=attendance_id
        )

    def in_session(self, session_id: UUID) -> WorkshopAttendance | None:
        """The place that they have in a session."""
        there = (known for known in self.by_id.values() if known.seat.of_session == session_id)
        return next(there, None)

    def known(self, attendance_id: UUID, *, of: UUID) -> WorkshopAttendance:
        """A place in a workshop that an organisation holds.

        Raises:
            AttendanceUnknown: they have no such place with it.
        """
        known = self.by_id.get(attendance_id)
        if known is None or known.seat.held_by != of:
            raise AttendanceUnknown
        return known

    def evolve(self, fact: Fact, version: int) -> Self:  # noqa: ARG002 (order is enough here)
        match fact:
            case WorkshopJoined():
                new = WorkshopAttendance(fact.attendance_id, fact.seat, fact.data_class)
                return type(self)(having(self.by_id, new.id, new))
            case WorkshopAttended() | WorkshopMissed() if known := self.by_id.get(
                fact.attendance_id
            ):
                came = isinstance(fact, WorkshopAttended)
                return type(self)(having(self.by_id, known.id, replace(known, came=came)))
            case WorkshopPlaceGivenUp():
                return type(self)(without(self.by_id, fact.attendance_id))
            case FactRecordedInWrongFile():
                return type(self)(without(self.by_id, fact.entry_id))
        return self


def _said(known: WorkshopAttendance, *, came: bool, at: datetime) -> Fact:
    if not came:
        return WorkshopMissed(occurred_at=at, data_class=known.data_class, attendance_id=known.id)
    return WorkshopAttended(
        occurred_at=at,
        data_class=known.data_class,
        attendance_id=known.id,
        held_by=known.seat.held_by,
        held_at=known.seat.starts_at,
    )

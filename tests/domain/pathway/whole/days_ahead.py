"""Appointments, follow-ups, interviews, notes, reminders and last contacts, as dicts say them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import DataClass
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    MissedReason,
    Move,
    Needs,
    Side,
    Transport,
)
from domain.pathway.follow_up import FollowUpMissedReason, FollowUpPlan, Mode, Purpose
from domain.pathway.interviews import Interview, Theme
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import Channel, Reminder, SuppressionReason
from domain.reminders.triggers import Trigger
from domain.wall_time import WallTime
from tests.domain.pathway.people import MARCH_4, RELAIS
from tests.domain.pathway.whole.machine import (
    DAY_ZERO,
    Whole,
    at_least_social,
    classes,
    days,
    few_ids,
    fresh,
    instants,
    likely,
    organisations,
    words,
)

KINDS = {
    AppointmentKind.ACCESS_TO_CARE: DataClass.SOCIAL,
    AppointmentKind.IMMIGRATION: DataClass.STATUS,
    AppointmentKind.DENTAL: DataClass.HEALTH,
    AppointmentKind.SCREENING: DataClass.SCREENING,
}
OFFSETS = {"Europe/Paris": timedelta(hours=1), "Indian/Reunion": timedelta(hours=4)}
FIRST = {"wall": "2026-03-10T09:30", "zone": "Europe/Paris"}
IN_MARCH = [10, 11, 12, 20]  # days of March, before clocks change
walls = st.builds(
    lambda day, zone: WallTime.model_validate({"wall": f"2026-03-{day}T09:30", "zone": zone}),
    st.sampled_from(IN_MARCH),
    st.sampled_from(list(OFFSETS)),
)
sides = st.sampled_from(list(Side))
needs = st.sampled_from([Needs(), Needs(transport=Transport.LIFT, interpreter="ar")])


def instant(when: WallTime) -> datetime:
    return when.wall.replace(tzinfo=MARCH_4.tzinfo) - OFFSETS[when.zone]


class DaysAhead(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.appointments: dict[UUID, dict[str, Any]] = {}
        self.follow_ups: dict[UUID, dict[str, Any]] = {}
        self.interviews: dict[UUID, UUID] = {}
        self.notes: dict[UUID, dict[str, Any]] = {}
        self.reminders: dict[UUID, str] = {}
        self.contacts: dict[tuple[str, UUID], tuple[datetime, UUID]] = {
            ("opening", RELAIS): (MARCH_4, RELAIS)
        }
        first, when = UUID(int=1), WallTime.model_validate(FIRST)
        self._book(first, AppointmentKind.DENTAL, when, by=RELAIS, at=MARCH_4)
        self._plan(first, DAY_ZERO, by=RELAIS, data_class=DataClass.SOCIAL, at=MARCH_4)

    @rule(
        data=st.data(), kind=st.sampled_from(list(KINDS)), when=walls, by=organisations, at=instants
    )
    def book(
        self, data: st.DataObject, kind: AppointmentKind, when: WallTime, by: UUID, at: datetime
    ) -> None:
        key = fresh(data, self.appointments)
        self._book(key, kind, when, by=by, at=at)

    def _book(
        self, key: UUID, kind: AppointmentKind, when: WallTime, *, by: UUID, at: datetime
    ) -> None:
        refused = "appointment-already-booked" if key in self.appointments else None
        meeting = Meeting(kind=kind, place="Main hall", with_name="Cabinet de la Halle")
        self.decide(
            lambda pathway: pathway.appointments.book(
                appointment_id=key, meeting=meeting, when=when, by=by, at=at
            ),
            refused=refused,
            told_as=KINDS[kind],
        )
        if refused is None:
            self.appointments[key] = {
                "when": when,
                "place": "Main hall",
                "attendance": "unknown",
                "occurrence": len(self.events),
                "class": KINDS[kind],
                "needs": Needs(),
            }

    @rule(
        data=st.data(),
        when=walls,
        place=st.sampled_from([None, "Main hall", "Door B"]),
        by=sides,
        at=instants,
    )
    def move_appointment(
        self, data: st.DataObject, when: WallTime, place: str | None, by: Side, at: datetime
    ) -> None:
        key = likely(data, self.appointments, few_ids)
        known = self.appointments.get(key, {})
        refused = self._awaited(key)
        if refused is None and (when, place or known["place"]) == (known["when"], known["place"]):
            refused = "appointment-not-moved"
        to = Move(by=by, reason=ChangeReason.OTHER, when=when, place=place)
        self._on_appointment(
            key,
            lambda pathway: pathway.appointments.move(appointment_id=key, to=to, at=at),
            refused=refused,
        )
        if refused is None:
            if when != known["when"]:
                known["occurrence"] = len(self.events)
            known.update(when=when, place=place or known["place"])

    @rule(data=st.data(), needs=needs, at=instants)
    def change_needs(self, data: st.DataObject, needs: Needs, at: datetime) -> None:
        key = likely(data, self.appointments, few_ids)
        refused = self._awaited(key)
        self._on_appointment(
            key,
            lambda pathway: pathway.appointments.change_needs(
                appointment_id=key, needs=needs, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.appointments[key]["needs"] = needs

    @rule(data=st.data(), by=sides, at=instants)
    def cancel_appointment(self, data: st.DataObject, by: Side, at: datetime) -> None:
        key = likely(data, self.appointments, few_ids)
        refused = self._awaited(key)
        self._on_appointment(
            key,
            lambda pathway: pathway.appointments.cancel(
                appointment_id=key, by=by, reason=ChangeReason.OTHER, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.appointments[key]["attendance"] = {"person": "excused", "service": "revoked"}[by]

    @rule(data=st.data(), by=organisations, came=st.booleans(), at=instants)
    def tell_attendance(self, data: st.DataObject, by: UUID, came: bool, at: datetime) -> None:
        key = likely(data, self.appointments, few_ids)
        refused = self._awaited(key) or self._too_soon(key, at)
        self._on_appointment(
            key,
            lambda pathway: (
                pathway.appointments.attend(appointment_id=key, by=by, at=at)
                if came
                else pathway.appointments.miss(
                    appointment_id=key, by=by, reason=MissedReason.UNKNOWN, at=at
                )
            ),
            refused=refused,
        )
        if refused is None:
            self._came(key, "attended" if came else "missed", by)

    @rule(
        data=st.data(), by=organisations, attendance=st.sampled_from(list(Attendance)), at=instants
    )
    def correct_attendance(
        self, data: st.DataObject, by: UUID, attendance: Attendance, at: datetime
    ) -> None:
        key = likely(data, self.appointments, few_ids)
        known = self.appointments.get(key)
        refused = None if known else "appointment-unknown"
        if known and known["attendance"] in {"unknown", attendance.value}:
            refused = "nothing-to-correct"
        elif known and attendance.value in {"attended", "missed"}:
            refused = self._too_soon(key, at)
        self._on_appointment(
            key,
            lambda pathway: pathway.appointments.correct_attendance(
                appointment_id=key, by=by, attendance=attendance, at=at
            ),
            refused=refused,
        )
        if known and refused is None:
            self._came(key, attendance.value, by)
            if attendance.value == "unknown":
                known["occurrence"] = len(self.events)

    @rule(data=st.data(), due_on=days, by=organisations, data_class=classes, at=instants)
    def plan(
        self, data: st.DataObject, due_on: date, by: UUID, data_class: DataClass, at: datetime
    ) -> None:
        key = fresh(data, self.follow_ups)
        self._plan(key, due_on, by=by, data_class=data_class, at=at)

    def _plan(
        self, key: UUID, due_on: date, *, by: UUID, data_class: DataClass, at: datetime
    ) -> None:
        refused = "follow-up-already-planned" if key in self.follow_ups else None
        plan = FollowUpPlan(
            due_on=due_on, purpose=Purpose.NEWS, mode=Mode.PHONE, data_class=data_class
        )
        self.decide(
            lambda pathway: pathway.follow_ups.plan(follow_up_id=key, plan=plan, by=by, at=at),
            refused=refused,
            told_as=at_least_social(data_class),
        )
        if refused is None:
            self.follow_ups[key] = {
                "due_on": due_on,
                "state": "planned",
                "class": at_least_social(data_class),
                "occurrence": len(self.events),
            }

    @rule(data=st.data(), due_on=days, at=instants)
    def move_follow_up(self, data: st.DataObject, due_on: date, at: datetime) -> None:
        key = likely(data, self.follow_ups, few_ids)
        refused = self._planned(key)
        if refused is None and self.follow_ups[key]["due_on"] == due_on:
            refused = "follow-up-not-moved"
        self._on_follow_up(
            key,
            lambda pathway: pathway.follow_ups.move(follow_up_id=key, due_on=due_on, at=at),
            refused=refused,
        )
        if refused is None:
            self.follow_ups[key].update(due_on=due_on, occurrence=len(self.events))

    @rule(data=st.data(), by=organisations, done=st.booleans(), at=instants)
    def tell_follow_up(self, data: st.DataObject, by: UUID, done: bool, at: datetime) -> None:
        key = likely(data, self.follow_ups, few_ids)
        refused = self._planned(key)
        self._on_follow_up(
            key,
            lambda pathway: (
                pathway.follow_ups.do(follow_up_id=key, by=by, mode=Mode.OFFICE, at=at)
                if done
                else pathway.follow_ups.miss(
                    follow_up_id=key, by=by, reason=FollowUpMissedReason.OTHER, at=at
                )
            ),
            refused=refused,
        )
        if refused is None:
            self.follow_ups[key]["state"] = "done" if done else "missed"
            if done:
                self.contacts["follow-up", key] = (at, by)

    @rule(data=st.data(), by=organisations, at=instants)
    def correct_follow_up(self, data: st.DataObject, by: UUID, at: datetime) -> None:
        key = likely(data, self.follow_ups, few_ids)
        known = self.follow_ups.get(key)
        refused = None if known else "follow-up-unknown"
        if known and known["state"] == "planned":
            refused = "follow-up-not-over"
        self._on_follow_up(
            key,
            lambda pathway: pathway.follow_ups.correct(follow_up_id=key, by=by, at=at),
            refused=refused,
        )
        if known and refused is None:
            known.update(state="planned", occurrence=len(self.events))
            self.contacts.pop(("follow-up", key), None)

    @rule(data=st.data(), by=organisations, at=instants)
    def hold_interview(self, data: st.DataObject, by: UUID, at: datetime) -> None:
        key = fresh(data, self.interviews)
        refused = "interview-already-held" if key in self.interviews else None
        themes = (Theme.RIGHTS, Theme.ADDICTION, Theme.VIOLENCE)
        interview = Interview(mode=Mode.OUTREACH, minutes=30, themes=themes)
        facts = self.decide(
            lambda pathway: pathway.interviews.hold(
                interview_id=key, interview=interview, by=by, at=at
            ),
            refused=refused,
            told_as=DataClass.SOCIAL,
        )
        if refused is None:
            assert [fact.data_class for fact in facts[1:]] == [
                DataClass.HEALTH,
                DataClass.PROTECTION,
            ]
            self.interviews[key] = by
            self.contacts["interview", key] = (at, by)

    @rule(data=st.data(), at=instants)
    def withdraw_interview(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.interviews, few_ids)
        by = likely(data, self.interviews.values(), organisations)
        refused = None if self.interviews.get(key) == by else "interview-unknown"
        self.decide(
            lambda pathway: pathway.interviews.withdraw(interview_id=key, by=by, at=at),
            refused=refused,
        )
        if refused is None:
            del self.interviews[key], self.contacts["interview", key]

    @rule(data=st.data(), text=words, by=organisations, data_class=classes, at=instants)
    def add_note(
        self, data: st.DataObject, text: str, by: UUID, data_class: DataClass, at: datetime
    ) -> None:
        key = fresh(data, self.notes)
        refused = "note-already-added" if key in self.notes else None
        self.decide(
            lambda pathway: pathway.notes.add(
                note_id=key, text=text, data_class=data_class, by=by, at=at
            ),
            refused=refused,
            told_as=at_least_social(data_class),
        )
        if refused is None:
            self.notes[key] = {"by": by, "class": at_least_social(data_class)}

    @rule(data=st.data(), text=words, at=instants)
    def correct_note(self, data: st.DataObject, text: str, at: datetime) -> None:
        key = likely(data, self.notes, few_ids)
        by = likely(data, [note["by"] for note in self.notes.values()], organisations)
        self._on_own_note(
            key,
            by,
            lambda pathway: pathway.notes.correct(
                note_id=key, text=text, data_class=None, by=by, at=at
            ),
        )

    @rule(data=st.data(), at=instants)
    def withdraw_note(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.notes, few_ids)
        by = likely(data, [note["by"] for note in self.notes.values()], organisations)
        if self._on_own_note(
            key, by, lambda pathway: pathway.notes.withdraw(note_id=key, by=by, at=at)
        ):
            del self.notes[key]

    @rule(data=st.data(), outcome=st.sampled_from(["sent", "suppressed", "failed"]), at=instants)
    def record_reminder(self, data: st.DataObject, outcome: str, at: datetime) -> None:
        key = fresh(data, self.reminders)
        is_news = key not in self.reminders or (self.reminders[key], outcome) == (
            "suppressed",  # by one worker, while another had it sent
            "sent",
        )
        reminder = Reminder(
            due_id=key,
            cause=Trigger.APPOINTMENT,
            cause_id=key,
            occurrence=2,
            rule_id="day-before",
            data_class=DataClass.HEALTH,
        )
        said: dict[str, dict[str, Any]] = {
            "sent": {"reminders": [reminder], "channel": Channel.TEXT, "letter_id": key},
            "suppressed": {"reminder": reminder, "reason": SuppressionReason.MOVED},
            "failed": {"reminder": reminder, "channel": None, "reason": "mailbox-full"},
        }
        told = self.decide(
            lambda pathway: getattr(pathway.reminders, f"record_{outcome}")(at=at, **said[outcome]),
            refused=None if is_news else "reminder-already-recorded",
            told_as=DataClass.HEALTH,
        )
        if told:
            self.reminders[key] = outcome

    @invariant()
    def every_appointment_is_as_told(self) -> None:
        assert {
            key: {
                "when": appointment.when,
                "place": appointment.place,
                "attendance": appointment.attendance.value,
                "occurrence": appointment.occurrence,
                "class": appointment.data_class,
                "needs": appointment.needs,
            }
            for key, appointment in self.pathway.appointments.by_id.items()
        } == self.appointments

    @invariant()
    def every_follow_up_is_as_told(self) -> None:
        assert {
            key: {
                "due_on": follow_up.due_on,
                "state": follow_up.state.value,
                "class": follow_up.data_class,
                "occurrence": follow_up.occurrence,
            }
            for key, follow_up in self.pathway.follow_ups.by_id.items()
        } == self.follow_ups

    @invariant()
    def the_rest_is_as_told(self) -> None:
        assert self.pathway.interviews.held_by == self.interviews
        assert self.pathway.reminders.outcomes == self.reminders
        assert {
            key: {"by": note.written_by, "class": note.data_class}
            for key, note in self.pathway.notes.by_id.items()
        } == self.notes

    @invariant()
    def the_last_contact_is_the_latest_of_those_that_stand(self) -> None:
        encounters = self.pathway.encounters
        assert encounters.last() == max(at for at, _ in self.contacts.values())
        mine = [at for at, by in self.contacts.values() if by == RELAIS]
        assert encounters.last(organisation_id=RELAIS) == max(mine)

    def _came(self, key: UUID, attendance: str, by: UUID) -> None:
        known = self.appointments[key]
        known["attendance"] = attendance
        self.contacts.pop(("appointment", key), None)
        if attendance == "attended":
            self.contacts["appointment", key] = (instant(known["when"]), by)

    def _awaited(self, key: UUID) -> str | None:
        if key not in self.appointments:
            return "appointment-unknown"
        awaited = self.appointments[key]["attendance"] == "unknown"
        return None if awaited else "appointment-is-over"

    def _too_soon(self, key: UUID, at: datetime) -> str | None:
        when = self.appointments[key]["when"]
        there = (at + OFFSETS[when.zone]).date()  # at noon or so: the same day in summer
        return "appointment-not-yet-held" if there < when.wall.date() else None

    def _planned(self, key: UUID) -> str | None:
        if key not in self.follow_ups:
            return "follow-up-unknown"
        return None if self.follow_ups[key]["state"] == "planned" else "follow-up-is-over"

    def _on_appointment(
        self, key: UUID, decision: Callable[[Pathway], Any], *, refused: str | None
    ) -> None:
        told_as = self.appointments[key]["class"] if key in self.appointments else None
        self.decide(decision, refused=refused, told_as=told_as)

    def _on_follow_up(
        self, key: UUID, decision: Callable[[Pathway], Any], *, refused: str | None
    ) -> None:
        told_as = self.follow_ups[key]["class"] if key in self.follow_ups else None
        self.decide(decision, refused=refused, told_as=told_as)

    def _on_own_note(self, key: UUID, by: UUID, decision: Callable[[Pathway], Any]) -> bool:
        note = self.notes.get(key, {})
        refused = None if note.get("by") == by else "note-unknown"
        self.decide(decision, refused=refused, told_as=note.get("class"))
        return refused is None

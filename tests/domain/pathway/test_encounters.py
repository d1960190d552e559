from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import AppointmentAttended, AttendanceCorrected
from domain.pathway.appointments.words import Attendance
from domain.pathway.encounters import Encounters
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone, FollowUpState, Mode
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld, NextStep
from domain.pathway.meetings import MeetingEnteredInError, MetDuringActivity
from domain.pathway.notes import NoteAdded
from tests.domain.pathway.people import (
    APPOINTMENT,
    CCAS,
    FOLLOW_UP,
    INTERVIEW,
    MARCH_4,
    NOTE,
    PASS,
    RELAIS,
    opened,
)
from tests.domain.scenario import known

MARCH_9, MARCH_10, MARCH_12 = (datetime(2026, 3, day, 9, tzinfo=UTC) for day in (9, 10, 12))
SESSION, MEETING = (UUID(f"eeeeeeee-0000-4000-8000-00000000000{n}") for n in (1, 2))
LATER = datetime(2026, 4, 1, 9, tzinfo=UTC)

ATTENDED = AppointmentAttended(
    occurred_at=LATER,
    data_class=DataClass.HEALTH,
    appointment_id=APPOINTMENT,
    recorded_by=PASS,
    held_at=MARCH_12,
)
FOLLOWED_UP = FollowUpDone(
    occurred_at=MARCH_10, follow_up_id=FOLLOW_UP, done_by=CCAS, mode=Mode.PHONE
)
TALKED = MediationInterviewHeld(
    occurred_at=MARCH_9,
    interview_id=INTERVIEW,
    held_by=RELAIS,
    mode=Mode.OFFICE,
    minutes=30,
    themes=(),
    next_step=NextStep.NONE,
)

MET = MetDuringActivity(occurred_at=MARCH_9, meeting_id=MEETING, activity_id=SESSION, met_by=RELAIS)


def corrected(attendance: Attendance) -> AttendanceCorrected:
    return AttendanceCorrected(
        occurred_at=LATER,
        appointment_id=APPOINTMENT,
        recorded_by=PASS,
        was=Attendance.ATTENDED,
        attendance=attendance,
        held_at=MARCH_12,
    )


def encounters(*facts: Fact) -> Encounters:
    return known(opened(), *facts).encounters


def test_there_is_no_contact_before_the_first() -> None:
    assert known().encounters.last() is None


def test_the_first_meeting_is_a_contact_and_a_note_is_none() -> None:
    note = NoteAdded(occurred_at=MARCH_9, note_id=NOTE, written_by=RELAIS, text="Rang nobody.")
    assert encounters(note).last() == MARCH_4


@pytest.mark.parametrize(
    ("fact", "at"),
    [(TALKED, MARCH_9), (MET, MARCH_9), (FOLLOWED_UP, MARCH_10), (ATTENDED, MARCH_12)],
)
def test_being_met_or_heard_is_a_contact_on_the_day_it_took_place(fact: Fact, at: datetime) -> None:
    assert encounters(fact).last() == at


def test_what_is_recorded_late_does_not_hide_what_came_after() -> None:
    assert encounters(ATTENDED, FOLLOWED_UP, TALKED).last() == MARCH_12


def test_the_last_contact_is_told_by_class_and_by_organisation() -> None:
    all_three = encounters(TALKED, FOLLOWED_UP, ATTENDED)
    assert all_three.last(among={DataClass.IDENTITY, DataClass.SOCIAL}) == MARCH_10
    assert all_three.last(organisation_id=RELAIS) == MARCH_9
    assert all_three.last(organisation_id=PASS, among={DataClass.SOCIAL}) is None


@pytest.mark.parametrize(
    ("fact", "correction"),
    [
        (ATTENDED, corrected(Attendance.MISSED)),
        (
            FOLLOWED_UP,
            FollowUpCorrected(
                occurred_at=LATER,
                follow_up_id=FOLLOW_UP,
                corrected_by=CCAS,
                was=FollowUpState.DONE,
            ),
        ),
        (
            TALKED,
            InterviewEnteredInError(occurred_at=LATER, interview_id=INTERVIEW, withdrawn_by=RELAIS),
        ),
        (
            MET,
            MeetingEnteredInError(occurred_at=LATER, meeting_id=MEETING, withdrawn_by=RELAIS),
        ),
    ],
)
def test_a_correction_undoes_a_contact(fact: Fact, correction: Fact) -> None:
    assert encounters(fact, correction).last() == MARCH_4


def test_a_correction_makes_a_contact() -> None:
    assert encounters(corrected(Attendance.ATTENDED)).last() == MARCH_12

from datetime import UTC, date, datetime
from typing import Any

import pytest

from application.follow_up.add_note import AddNote, add_note
from application.follow_up.correct_follow_up import CorrectFollowUp, correct_follow_up
from application.follow_up.correct_note import CorrectNote, correct_note
from application.follow_up.hold_interview import HoldInterview, hold_interview
from application.follow_up.miss_follow_up import MissFollowUp, miss_follow_up
from application.follow_up.move_follow_up import MoveFollowUp, move_follow_up
from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.follow_up.resume_contact import ResumeContact, resume_contact
from application.follow_up.suspend_contact import SuspendContact, suspend_contact
from application.follow_up.withdraw_interview import WithdrawInterview, withdraw_interview
from application.follow_up.withdraw_note import WithdrawNote, withdraw_note
from application.reminders.record_failed import RecordFailed, record_failed
from application.reminders.record_suppressed import RecordSuppressed, record_suppressed
from domain.data_classes import DataClass
from domain.members import Profession
from domain.organisation.organisation import FOUNDER
from domain.pathway.follow_up import (
    FollowUpMissedReason,
    FollowUpPlan,
    FollowUpState,
    Mode,
    Purpose,
)
from domain.pathway.interviews import Interview, Theme
from domain.pathway.pace import SuspensionReason
from domain.pathway.pathway import Pathway
from domain.pathway.reminders import (
    Channel,
    Outcome,
    Reminder,
    ReminderAlreadyRecorded,
    SuppressionReason,
)
from domain.reminders.triggers import Trigger
from tests.application.network import Town
from tests.domain.pathway.people import APPOINTMENT, NOTE

MARCH_9 = datetime(2026, 3, 9, 10, tzinfo=UTC)
REMINDER = Reminder(
    due_id=NOTE,
    cause=Trigger.APPOINTMENT,
    cause_id=APPOINTMENT,
    occurrence=2,
    rule_id="day-before",
    data_class=DataClass.HEALTH,
)


class Case:
    """A pathway that a mediator opened."""

    def __init__(self, town: Town) -> None:
        self.network = town.network
        self.mediator = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.on: dict[str, Any] = {"pathway_id": town.opened_by(self.mediator)}

    @property
    def pathway(self) -> Pathway:
        return self.network.log.load(Pathway, self.on["pathway_id"])


@pytest.fixture
def case(town: Town) -> Case:
    return Case(town)


def test_a_follow_up_is_moved_missed_and_corrected(case: Case) -> None:
    plan = FollowUpPlan(due_on=date(2026, 3, 20), purpose=Purpose.DOCUMENTS, mode=Mode.OFFICE)
    planning = PlanFollowUp(**case.on, plan=plan)
    plan_follow_up(case.network, planning, case.mediator)
    about = {**case.on, "follow_up_id": planning.follow_up_id}
    move_follow_up(case.network, MoveFollowUp(**about, due_on=date(2026, 3, 21)), case.mediator)
    missing = MissFollowUp(**about, reason=FollowUpMissedReason.DID_NOT_COME)
    miss_follow_up(case.network, missing, case.mediator)
    assert case.pathway.follow_ups.by_id[planning.follow_up_id].state is FollowUpState.MISSED
    correct_follow_up(case.network, CorrectFollowUp(**about), case.mediator)
    assert case.pathway.follow_ups.by_id[planning.follow_up_id].is_awaited


def test_a_note_is_added_corrected_and_withdrawn(case: Case) -> None:
    adding = AddNote(**case.on, text="Comes on foot.")
    add_note(case.network, adding, case.mediator)
    about = {**case.on, "note_id": adding.note_id}
    correcting = CorrectNote(**about, text="Comes by bus.", data_class=DataClass.HEALTH)
    correct_note(case.network, correcting, case.mediator)
    assert case.pathway.notes.by_id[adding.note_id].data_class is DataClass.HEALTH
    withdraw_note(case.network, WithdrawNote(**about), case.mediator)
    assert not case.pathway.notes.by_id


def test_an_interview_is_a_contact_until_it_is_withdrawn(case: Case) -> None:
    interview = Interview(mode=Mode.OUTREACH, minutes=30, themes=(Theme.RIGHTS, Theme.HEALTH))
    holding = HoldInterview(**case.on, interview=interview, at=MARCH_9)
    hold_interview(case.network, holding, case.mediator)
    assert case.pathway.encounters.last() == MARCH_9
    withdrawing = WithdrawInterview(**case.on, interview_id=holding.interview_id)
    withdraw_interview(case.network, withdrawing, case.mediator)
    assert case.pathway.encounters.last() != MARCH_9


def test_contact_is_suspended_and_resumes(case: Case) -> None:
    suspending = SuspendContact(**case.on, reason=SuspensionReason.OVERWHELMED)
    suspend_contact(case.network, suspending, case.mediator)
    assert case.pathway.pace.is_suspended(date(2026, 3, 9))
    resume_contact(case.network, ResumeContact(**case.on), case.mediator)
    assert not case.pathway.pace.is_suspended(date(2026, 3, 9))


def test_what_became_of_a_reminder_is_recorded_once_whoever_tries(case: Case) -> None:
    failing = RecordFailed(
        **case.on, reminder=REMINDER, channel=Channel.EMAIL, reason="mailbox-unknown"
    )
    assert not record_failed(case.network, failing).repeated
    assert record_failed(case.network, failing).repeated
    assert case.pathway.reminders.outcomes == {REMINDER.due_id: Outcome.FAILED}
    holding_back = RecordSuppressed(**case.on, reminder=REMINDER, reason=SuppressionReason.DONE)
    with pytest.raises(ReminderAlreadyRecorded):
        record_suppressed(case.network, holding_back)

"""Say again in the right file when somebody is met, was met, or is awaited somewhere."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from application.erasures.said import EntryNotMoved, Said
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import Meeting
from domain.pathway.follow_up import FollowUpPlan, FollowUpPlanned
from domain.pathway.interviews import (
    Interview,
    InterviewThemesDiscussed,
    MediationInterviewHeld,
)
from domain.pathway.pathway import Pathway


def meeting_said(entry_id: UUID, wrong: Pathway, facts: Sequence[Fact], by: Member) -> Said:
    first = facts[0]
    match first:
        case AppointmentBooked():
            return _appointment(entry_id, wrong, first)
        case FollowUpPlanned():
            now = wrong.follow_ups.by_id[first.follow_up_id]
            plan = FollowUpPlan(
                due_on=now.due_on,
                purpose=now.purpose,
                mode=now.mode,
                with_member=now.with_member,
                data_class=now.data_class,
            )
            return lambda right: right.follow_ups.plan(
                follow_up_id=entry_id, plan=plan, by=by.organisation_id, at=first.occurred_at
            )
        case MediationInterviewHeld():
            return partial(_interview, entry_id, facts, by)
    raise EntryNotMoved


def _appointment(entry_id: UUID, wrong: Pathway, booked: AppointmentBooked) -> Said:
    now = wrong.appointments.by_id[booked.appointment_id]
    meeting = Meeting(
        kind=now.kind,
        place=now.place,
        place_is_neutral=now.place_is_neutral,
        with_organisation=now.with_organisation,
        with_name=now.with_name,
        needs=now.needs,
        data_class=now.data_class,
    )
    return lambda right: right.appointments.book(
        appointment_id=entry_id,
        meeting=meeting,
        when=now.when,
        by=booked.booked_by,
        at=booked.occurred_at,
    )


def _interview(entry_id: UUID, facts: Sequence[Fact], by: Member, right: Pathway) -> Sequence[Fact]:
    held = facts[0]
    if not isinstance(held, MediationInterviewHeld):
        raise EntryNotMoved
    themes = [
        theme
        for fact in facts
        if isinstance(fact, MediationInterviewHeld | InterviewThemesDiscussed)
        for theme in fact.themes
    ]
    if not themes:
        raise EntryNotMoved
    interview = Interview(
        mode=held.mode, minutes=held.minutes, themes=tuple(themes), next_step=held.next_step
    )
    return right.interviews.hold(
        interview_id=entry_id, interview=interview, by=by.organisation_id, at=held.occurred_at
    )

"""Keeping in touch: follow-ups planned and held to, interviews, notes, pauses."""

from datetime import datetime

from application.follow_up.add_note import AddNote, add_note
from application.follow_up.hold_interview import HoldInterview, hold_interview
from application.follow_up.miss_follow_up import MissFollowUp, miss_follow_up
from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.follow_up.record_follow_up import RecordFollowUp, record_follow_up
from application.follow_up.resume_contact import ResumeContact, resume_contact
from application.follow_up.suspend_contact import SuspendContact, suspend_contact
from domain.pathway.follow_up import FollowUpMissedReason, FollowUpPlan, Mode, Purpose
from domain.pathway.interviews import Interview, NextStep, Theme
from domain.pathway.pace import SuspensionReason
from seeds.stories.story import Story
from seeds.stories.words import words

MODES = {Mode.PHONE: 5, Mode.OFFICE: 4, Mode.HOME_VISIT: 2, Mode.OUTREACH: 2}
MISSED = {FollowUpMissedReason.UNREACHABLE: 5, FollowUpMissedReason.DID_NOT_COME: 3}
PURPOSES = [Purpose.RIGHTS, Purpose.DOCUMENTS, Purpose.REFERRAL, Purpose.NEWS]
THEMES = [Theme.RIGHTS, Theme.DOCUMENTS, Theme.MONEY, Theme.HOUSING, Theme.FOOD, Theme.MOBILITY]
STEPS = [NextStep.BRING_DOCUMENTS, NextStep.APPLY_FOR_RIGHT, NextStep.GO_TOGETHER]
MINUTES = [20, 30, 45, 60, 90]


def follow(story: Story, at: datetime) -> datetime:
    """Promise to hear from the person again, and do so, or miss them."""
    due = story.later(at, 5, 40)
    plan = FollowUpPlan(
        due_on=due.astimezone(story.lead.zone).date(),
        purpose=story.chance.choice(PURPOSES),
        mode=story.chance.among(MODES),
        with_member=story.referent.id,
    )
    planned = story.tell(plan_follow_up, PlanFollowUp, at, plan=plan)
    about = {"follow_up_id": planned.follow_up_id}
    if story.chance.happens(0.16):
        reason = story.chance.among(MISSED)
        story.tell(miss_follow_up, MissFollowUp, due, reason=reason, **about)
        return due
    story.tell(record_follow_up, RecordFollowUp, due, mode=plan.mode, **about)
    return note(story, due) if story.chance.happens(0.4) else due


def interview(story: Story, at: datetime) -> datetime:
    """Sit down and talk it over."""
    said = Interview(
        mode=story.chance.among(MODES),
        minutes=story.chance.choice(MINUTES),
        themes=tuple(story.chance.sample(THEMES, 2)),
        next_step=story.chance.choice(STEPS),
    )
    story.tell(hold_interview, HoldInterview, at, interview=said)
    return at


def note(story: Story, at: datetime, kind: str = "progress") -> datetime:
    """Write a few words, a little later."""
    at = story.later(at, 0, 1)
    story.tell(add_note, AddNote, at, text=story.chance.choice(words("notes", kind)))
    return at


def pause(story: Story, at: datetime) -> datetime:
    """The person wants to be left alone for a while; nobody writes to them until they say so."""
    note(story, at, "difficulty")
    at = story.later(at, 2, 5)
    reason = story.chance.choice([SuspensionReason.PERSON_ASKED, SuspensionReason.OVERWHELMED])
    story.tell(suspend_contact, SuspendContact, at, reason=reason)
    at = story.later(at, 10, 45)
    story.tell(resume_contact, ResumeContact, at)
    return at

"""Say in the right file what an entry says, as it stands; what became of it is recorded anew."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from domain.kernel import DomainEvent, Fact
from domain.members import Member
from domain.pathway.accompaniments.facts import AccompanimentPlanned
from domain.pathway.accompaniments.words import Journey
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import Meeting
from domain.pathway.contacts import ContactPointAdded
from domain.pathway.debts import CareDebtReported, Debt
from domain.pathway.follow_up import FollowUpPlan, FollowUpPlanned
from domain.pathway.goals import GoalAgreed
from domain.pathway.household.facts import ChildLinked, ParentalAuthorityRecorded
from domain.pathway.interviews import (
    Interview,
    InterviewThemesDiscussed,
    MediationInterviewHeld,
)
from domain.pathway.meetings import MetDuringActivity
from domain.pathway.needs import NeedIdentified
from domain.pathway.notes import NoteAdded, NoteCorrected
from domain.pathway.obstacles.facts import ObstacleReported
from domain.pathway.pathway import Pathway
from domain.pathway.person import IdentityDeclared
from domain.pathway.questionnaires import EpicesAnswered
from domain.pathway.renunciations import CareRenounced
from domain.refusals import Conflict

Said = Callable[[Pathway], Fact | Sequence[Fact]]


class EntryNotMoved(Conflict):
    code = "entry-not-moved"
    title = "Record this in the right file first: then send this again without `belongs_to`."


def said_again(entry_id: UUID, wrong: Pathway, told: Sequence[DomainEvent], by: Member) -> Said:
    """The decision that says it, without what ties it to other entries of the wrong file.

    Raises:
        EntryNotMoved: its clocks began elsewhere (a right), others answer it (a referral), or its
            author does not see how it began.
    """
    facts = [event.fact for event in told]
    match facts[0]:
        case NoteAdded():
            return _note(entry_id, facts, by)
        case FollowUpPlanned() | MediationInterviewHeld() | AppointmentBooked():
            return _meeting(entry_id, wrong, facts, by)
        case MetDuringActivity() as met:
            return lambda right: right.meetings.meet(
                meeting_id=entry_id, activity_id=met.activity_id, by=met.met_by, at=met.occurred_at
            )
        case NeedIdentified() | ObstacleReported() | GoalAgreed() | EpicesAnswered():
            return _wanted(entry_id, facts[0])
        case CareDebtReported() | CareRenounced() | AccompanimentPlanned():
            return _mediated(entry_id, wrong, facts[0], by)
    return _of_the_person(entry_id, wrong, facts[0])


def _of_the_person(entry_id: UUID, wrong: Pathway, first: Fact) -> Said:
    at = first.occurred_at
    match first:
        case IdentityDeclared():
            identity = wrong.person.identity or first.identity
            return lambda right: right.person.declare(
                identity=identity, identity_id=entry_id, at=at
            )
        case ContactPointAdded():
            point = wrong.contacts.points.get(first.contact_id, first.point)
            return lambda right: right.contacts.add(contact_id=entry_id, point=point, at=at)
        case ChildLinked():
            child = first.child
            return lambda right: right.household.link_child(
                child_id=entry_id, child=child, parent_id=right.id, at=at
            )
        case ParentalAuthorityRecorded():
            return partial(_authority, entry_id, first)
    raise EntryNotMoved


def _note(entry_id: UUID, facts: Sequence[Fact], by: Member) -> Said:
    said = [fact for fact in facts if isinstance(fact, NoteAdded | NoteCorrected)][-1]
    return lambda right: right.notes.add(
        note_id=entry_id,
        text=said.text,
        data_class=said.data_class,
        by=by.organisation_id,
        at=said.occurred_at,
    )


def _meeting(entry_id: UUID, wrong: Pathway, facts: Sequence[Fact], by: Member) -> Said:
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


def _authority(entry_id: UUID, said: ParentalAuthorityRecorded, right: Pathway) -> Fact:
    if said.child_id is not None:  # the child is another in the right file
        raise EntryNotMoved
    return right.household.record_authority(
        authority_id=entry_id,
        child_id=None,
        holder=said.holder,
        name=said.name,
        at=said.occurred_at,
    )


def _mediated(entry_id: UUID, wrong: Pathway, first: Fact, by: Member) -> Said:
    at = first.occurred_at
    match first:
        case CareDebtReported():
            now = wrong.debts.by_id[first.debt_id]
            debt = Debt(
                creditor=now.creditor,
                cents=now.cents,
                named=now.named,
                since=now.since,
                data_class=now.data_class,
            )
            return lambda right: right.debts.report(debt_id=entry_id, debt=debt, at=at)
        case CareRenounced():
            renounced = first
            return lambda right: right.renunciations.renounce(
                renunciation_id=entry_id,
                given_up=renounced.given_up,
                reason=renounced.reason,
                words=renounced.words,
                data_class=renounced.data_class,
                at=at,
            )
        case AccompanimentPlanned():
            journey = Journey(
                on=first.on, place=first.place, why=first.why, data_class=first.data_class
            )
            return lambda right: right.accompaniments.plan(
                accompaniment_id=entry_id, journey=journey, by=by.organisation_id, at=at
            )
    raise EntryNotMoved


def _wanted(entry_id: UUID, first: Fact) -> Said:
    at, data_class = first.occurred_at, first.data_class
    match first:
        case NeedIdentified():
            kind, words = first.kind, first.words
            return lambda right: right.needs.identify(
                need_id=entry_id, kind=kind, words=words, data_class=data_class, at=at
            )
        case ObstacleReported():
            stands = first
            return lambda right: right.obstacles.report(
                obstacle_id=entry_id,
                kind=stands.kind,
                non_take_up=stands.non_take_up,
                words=stands.words,
                data_class=data_class,
                at=at,
            )
        case GoalAgreed():
            agreed = first
            return lambda right: right.goals.agree(
                goal_id=entry_id,
                words=agreed.words,
                hoped_by=agreed.hoped_by,
                data_class=data_class,
                at=at,
            )
        case EpicesAnswered():
            answers = first.answers
            return lambda right: right.questionnaires.answer(
                questionnaire_id=entry_id, answers=answers, at=at
            )
    raise EntryNotMoved

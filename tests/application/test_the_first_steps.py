"""The story of the first steps, told through the use cases, by three organisations."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from application.appointments.book_appointment import BookAppointment, book_appointment
from application.appointments.move_appointment import MoveAppointment, move_appointment
from application.appointments.record_attendance import RecordAttendance, record_attendance
from application.follow_up.plan_follow_up import PlanFollowUp, plan_follow_up
from application.follow_up.record_follow_up import RecordFollowUp, record_follow_up
from application.referrals.accept_referral import AcceptReferral, accept_referral
from application.referrals.complete_referral import CompleteReferral, complete_referral
from application.referrals.request_referral import RequestReferral, request_referral
from application.reminders.record_sent import RecordSent, record_sent
from application.sharing.accept_invitation import AcceptInvitation, accept_invitation
from application.sharing.inform_person import InformPerson, inform_person
from application.sharing.invite_organisation import InviteOrganisation, invite_organisation
from domain.data_classes import DataClass
from domain.members import Member, Profession
from domain.organisation.organisation import FOUNDER
from domain.organisation.registration import OrganisationKind
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    Meeting,
    Move,
    Needs,
    Side,
    Transport,
)
from domain.pathway.follow_up import FollowUpPlan, FollowUpState, Mode, Purpose
from domain.pathway.grounds.words import InformedBy
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.words import Ask, Service
from domain.pathway.reminders import Channel, Outcome, Reminder
from domain.reminders.due import due_id
from domain.reminders.triggers import Trigger
from tests.application.network import Town
from tests.domain.pathway.people import wall


class Story:
    """Who takes part, and what each does."""

    def __init__(self, town: Town) -> None:
        self.town = town
        ccas = town.partner("CCAS de Montfaucon", OrganisationKind.SOCIAL_SERVICE)
        hospital = town.partner("Hôpital des Monts", OrganisationKind.HEALTH_STRUCTURE)
        self.mediator = town.enrolled(FOUNDER, Profession.MEDIATOR)
        self.social_worker = town.enrolled(ccas, Profession.SOCIAL_WORKER)
        self.nurse = town.enrolled(hospital, Profession.NURSE)
        self.pathway_id = town.opened_by(self.mediator)

    def agree(self) -> None:
        """The person is told how their data is shared, and agrees to speak to the CCAS."""
        told = InformPerson(
            pathway_id=self.pathway_id, notice="notice-1", language="fr", means=InformedBy.ORAL
        )
        inform_person(self.town.network, told, self.mediator)
        self.town.consented(
            self.pathway_id,
            self.social_worker.organisation_id,
            DataClass.SOCIAL,
            by=self.mediator,
        )

    def refer(self) -> UUID:
        asked = RequestReferral(
            pathway_id=self.pathway_id,
            ask=Ask(service=Service.DOMICILIATION, target_id=self.social_worker.organisation_id),
        )
        request_referral(self.town.network, asked, self.mediator)
        accepting = AcceptReferral(pathway_id=self.pathway_id, referral_id=asked.referral_id)
        accept_referral(self.town.network, accepting, self.social_worker)
        completing = CompleteReferral(pathway_id=self.pathway_id, referral_id=asked.referral_id)
        complete_referral(self.town.network, completing, self.social_worker)
        return asked.referral_id

    def invite_the_hospital(self) -> None:
        invitation = InviteOrganisation(
            pathway_id=self.pathway_id,
            organisation_id=self.nurse.organisation_id,
            in_care_team=True,
        )
        invite_organisation(self.town.network, invitation, self.mediator)
        accept_invitation(
            self.town.network, AcceptInvitation(pathway_id=self.pathway_id), self.nurse
        )

    def book(self) -> UUID:
        booked = BookAppointment(
            pathway_id=self.pathway_id,
            meeting=Meeting(
                kind=AppointmentKind.ACCESS_TO_CARE,
                place="Main hall",
                with_organisation=self.nurse.organisation_id,
                needs=Needs(transport=Transport.LIFT, interpreter="ar"),
            ),
            when=wall("2026-03-12T09:30"),
        )
        book_appointment(self.town.network, booked, self.mediator)
        return booked.appointment_id

    def move(self, appointment_id: UUID, to: str) -> None:
        move = Move(by=Side.SERVICE, reason=ChangeReason.STAFF_ABSENT, when=wall(to))
        command = MoveAppointment(
            pathway_id=self.pathway_id, appointment_id=appointment_id, to=move
        )
        move_appointment(self.town.network, command, self.nurse)

    def remind(self, appointment_id: UUID) -> UUID:
        appointment = self.town.pathway(self.pathway_id).appointments.by_id[appointment_id]
        reminder = Reminder(
            due_id=due_id(
                cause_id=appointment_id, occurrence=appointment.occurrence, rule_id="day-before"
            ),
            cause=Trigger.APPOINTMENT,
            cause_id=appointment_id,
            occurrence=appointment.occurrence,
            rule_id="day-before",
            data_class=appointment.data_class,
        )
        sent = RecordSent(
            pathway_id=self.pathway_id,
            reminders=(reminder,),
            channel=Channel.TEXT,
            letter_id=reminder.due_id,
        )
        record_sent(self.town.network, sent)
        return reminder.due_id

    def attend(self, appointment_id: UUID) -> None:
        command = RecordAttendance(
            pathway_id=self.pathway_id,
            appointment_id=appointment_id,
            at=datetime(2026, 3, 20, 15, tzinfo=UTC),
        )
        record_attendance(self.town.network, command, self.nurse)

    def follow_up(self) -> UUID:
        plan = FollowUpPlan(due_on=date(2026, 3, 27), purpose=Purpose.NEWS, mode=Mode.PHONE)
        planned = PlanFollowUp(pathway_id=self.pathway_id, plan=plan)
        plan_follow_up(self.town.network, planned, self.mediator)
        done = RecordFollowUp(
            pathway_id=self.pathway_id,
            follow_up_id=planned.follow_up_id,
            mode=Mode.PHONE,
            at=datetime(2026, 3, 27, 9, tzinfo=UTC),
        )
        record_follow_up(self.town.network, done, self.mediator)
        return planned.follow_up_id

    def timeline(self, viewer: Member) -> list[str]:
        sight = self.town.network.sight(self.town.pathway(self.pathway_id), viewer)
        return [
            event.fact.topic
            for event in sight.visible(self.town.network.log.stream(self.pathway_id))
        ]


@pytest.fixture
def story(town: Town) -> Story:
    return Story(town)


def test_three_organisations_read_the_same_timeline(story: Story) -> None:
    story.agree()
    referral_id = story.refer()
    story.invite_the_hospital()
    appointment_id = story.book()
    story.move(appointment_id, "2026-03-19T14:00")
    story.move(appointment_id, "2026-03-20T14:00")
    reminder_id = story.remind(appointment_id)
    story.attend(appointment_id)
    follow_up_id = story.follow_up()

    timelines = {
        tuple(story.timeline(viewer))
        for viewer in (story.mediator, story.social_worker, story.nurse)
    }
    assert timelines == {
        (
            "pathway-opened",
            "person-informed",
            "sharing-consent-given",
            "referral-requested",
            "organisation-joined",
            "referral-accepted",
            "referral-completed",
            "organisation-invited",
            "organisation-joined",
            "appointment-booked",
            "appointment-moved",
            "appointment-moved",
            "reminder-sent",
            "appointment-attended",
            "follow-up-planned",
            "follow-up-done",
        )
    }
    pathway = story.town.pathway(story.pathway_id)
    assert pathway.referrals.by_id[referral_id].state is ReferralState.COMPLETED
    assert pathway.appointments.by_id[appointment_id].attendance is Attendance.ATTENDED
    assert pathway.reminders.outcomes[reminder_id] is Outcome.SENT
    assert pathway.follow_ups.by_id[follow_up_id].state is FollowUpState.DONE
    assert pathway.encounters.last() == datetime(2026, 3, 27, 9, tzinfo=UTC)
    assert pathway.encounters.last(organisation_id=story.nurse.organisation_id) == (
        wall("2026-03-20T14:00").instant
    )

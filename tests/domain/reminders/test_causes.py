"""Each trigger, from its facts to the shipped reminders, against days counted by hand."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.follow_up import FollowUpDone, Mode
from domain.pathway.grounds.facts import SharingConsentGiven, SharingConsentWithdrawn
from domain.pathway.grounds.words import Consent, Recipients, Scope
from domain.pathway.person import DeathReported
from domain.pathway.reminders import SuppressionReason
from domain.pathway.retention import RetentionEndAnnounced
from domain.pathway.rights import facts as said
from domain.pathway.sharing.facts import PathwayClosed
from domain.reminders.cause import Cause
from domain.reminders.causes import RECALLED, causes_of, gone, standing
from domain.reminders.confirming import is_to_be_confirmed
from domain.reminders.planning import reminders_of
from domain.reminders.terms import Terms
from domain.reminders.triggers import Trigger
from domain.rights.schemes import (
    AppealStep,
    Decision,
    Document,
    DocumentRejection,
    EndReason,
    RefusalReason,
    Scheme,
)
from infrastructure.reminders.calendars import holidays_of
from seeds.rules.shipped import shipped_referral_terms, shipped_reminder_rules
from tests.domain.pathway.people import (
    CCAS,
    FOLLOW_UP,
    MARCH_5,
    RELAIS,
    opened,
)
from tests.domain.pathway.rights.examples import FILED_ON, FIRST, LAST, RIGHT, RULES
from tests.domain.pathway.test_appointments import ARRANGED, BOOKED, BY_LIFT
from tests.domain.pathway.test_appointments import CANCELLED as APPOINTMENT_CANCELLED
from tests.domain.pathway.test_appointments import MOVED as APPOINTMENT_MOVED
from tests.domain.pathway.test_follow_up import DONE, PLANNED
from tests.domain.pathway.test_referrals import ACCEPTED, EXPIRED, REQUESTED
from tests.domain.pathway.test_referrals import CANCELLED as REFERRAL_CANCELLED
from tests.domain.scenario import known

PARIS = "Europe/Paris"
TERMS = Terms(
    pack=shipped_reminder_rules(),
    holidays=holidays_of,
    channels=frozenset(),
    zone_of=lambda _: PARIS,
    rights=RULES,
    referrals=shipped_referral_terms(),
    takes_texts=lambda _: True,
)
CONSENT = UUID(int=7)
OF_RIGHT: dict[str, Any] = {
    "occurred_at": MARCH_5,
    "rule_version": "example-1",
    "right_id": RIGHT,
    "data_class": DataClass.HEALTH,
}
C2S = said.RightDeclaredOpen(**OF_RIGHT, scheme=Scheme.C2S, starts_on=FIRST, ends_on=LAST)
AME = C2S.model_copy(update={"scheme": Scheme.AME})
RENEWED = said.RenewalFiled(**OF_RIGHT, on=date(2026, 12, 10), in_time=True)
STARTED = said.RightApplicationStarted(
    **OF_RIGHT, scheme=Scheme.AAH, documents=(Document.IDENTITY, Document.RESIDENCE)
)
FILED = said.RightApplicationFiled(**OF_RIGHT, on=FILED_ON)


def collected(document: Document) -> said.SupportingDocumentCollected:
    return said.SupportingDocumentCollected(**OF_RIGHT, document=document)


def consent(until: datetime | None) -> SharingConsentGiven:
    scope = Scope(recipients=Recipients(organisations=(CCAS,)), classes=(DataClass.SOCIAL,))
    given = Consent(scope=scope, until=until)
    return SharingConsentGiven(occurred_at=MARCH_5, consent_id=CONSENT, consent=given)


def announced(ends_on: date) -> RetentionEndAnnounced:
    return RetentionEndAnnounced(
        occurred_at=MARCH_5, of_organisation=RELAIS, ends_on=ends_on, policy_version="2026-1"
    )


def planned(trigger: Trigger, *facts: Fact, recorded_at: datetime = MARCH_5) -> dict[str, str]:
    """What is planned of one trigger, in wall time, by rule."""
    pathway = known(opened(), *facts)
    recorded = dict.fromkeys(range(1, pathway.version + 1), recorded_at)
    causes = [cause for cause in causes_of(pathway, TERMS, recorded) if cause.trigger is trigger]
    return {
        due.rule_id: f"{due.due_at.astimezone(ZoneInfo(PARIS)):%Y-%m-%d %H:%M}"
        for due in reminders_of(causes, TERMS, now=recorded_at)
    }


# MARCH_5 is a Thursday; the appointment is on Thursday 12 March 2026 at 09:30.
def test_an_appointment_is_recalled_a_week_and_a_day_before() -> None:
    a_week_earlier = MARCH_5 - timedelta(days=7)
    assert planned(Trigger.APPOINTMENT, BOOKED, recorded_at=a_week_earlier) == {
        "appointment-week-before": "2026-03-05 10:00",
        "appointment-day-before": "2026-03-11 10:00",
    }


def test_an_appointment_is_recalled_in_the_morning_when_somebody_comes_for_the_person() -> None:
    by_lift = planned(Trigger.APPOINTMENT, BOOKED, BY_LIFT)
    arranged = planned(Trigger.APPOINTMENT, BOOKED, BY_LIFT, ARRANGED)
    assert arranged == by_lift | {"appointment-morning": "2026-03-12 08:00"}


def test_a_right_is_recalled_at_its_window_a_month_after_and_a_fortnight_before_it_closes() -> None:
    # Until 31 March 2027; asked for again from 30 November 2026 to 31 January 2027, a Sunday.
    assert planned(Trigger.RIGHT_RENEWAL, C2S) == {
        "renewal-window-opens": "2026-11-30 09:00",
        "renewal-window-opens-person": "2026-11-30 10:00",
        "renewal-a-month-after": "2026-12-30 09:00",
        "renewal-a-month-after-person": "2026-12-30 10:00",
        "renewal-last-fortnight": "2027-01-16 19:30",  # Sunday 17 is quiet
        "renewal-last-fortnight-person": "2027-01-16 19:30",
    }


def test_a_window_to_be_confirmed_is_told_to_professionals_only() -> None:
    told = planned(Trigger.RIGHT_RENEWAL, AME)
    assert told == {
        "renewal-window-opens": "2027-01-30 19:30",  # Sunday 31 is quiet
        "renewal-a-month-after": "2027-02-27 19:30",  # Sunday 28 is quiet
        "renewal-last-fortnight": "2027-03-17 09:00",
    }
    (cause,) = of(Trigger.RIGHT_RENEWAL, AME)
    assert not cause.confirmed


def test_whoever_is_told_of_it_is_told_that_it_is_to_be_confirmed() -> None:
    filed = STARTED.model_copy(update={"scheme": Scheme.AME})
    for trigger, fact, expected in (
        (Trigger.RIGHT_RENEWAL, AME, True),
        (Trigger.RIGHT_RENEWAL, C2S, False),
        (Trigger.APPLICATION_UNANSWERED, filed, True),
        (Trigger.APPLICATION_UNANSWERED, STARTED, False),
        (Trigger.MISSING_DOCUMENT, filed, False),
    ):
        pathway = known(opened(), fact)
        asked: dict[str, Any] = {"trigger": trigger, "rights": RULES}
        assert is_to_be_confirmed(pathway, cause_id=RIGHT, **asked) is expected
        assert not is_to_be_confirmed(pathway, cause_id=CONSENT, **asked)


def test_papers_are_asked_of_the_person_then_of_the_referent() -> None:
    assert planned(Trigger.MISSING_DOCUMENT, STARTED) == {
        "papers-after-a-week": "2026-03-12 10:00",
        "papers-after-three-weeks": "2026-03-26 09:00",
    }


def test_a_paper_that_is_refused_is_asked_for_anew() -> None:
    later = {"occurred_at": MARCH_5 + timedelta(days=30)}
    refused = said.SupportingDocumentRejected(
        **OF_RIGHT | later, document=Document.IDENTITY, reason=DocumentRejection.OUT_OF_DATE
    )
    both = (collected(Document.IDENTITY), collected(Document.RESIDENCE))
    assert planned(Trigger.MISSING_DOCUMENT, STARTED, *both) == {}
    assert planned(Trigger.MISSING_DOCUMENT, STARTED, *both, refused) == {
        "papers-after-a-week": "2026-04-11 10:00",
        "papers-after-three-weeks": "2026-04-25 09:00",
    }


def test_a_file_past_its_legal_time_is_told_on_the_next_working_day() -> None:
    # Filed on 10 March: to be answered by Friday 10 July, Bastille Day is the Tuesday after.
    assert planned(Trigger.APPLICATION_UNANSWERED, STARTED, FILED) == {
        "answer-late": "2026-07-13 09:00"
    }


def test_a_silence_is_told_even_where_what_it_means_was_recorded_by_itself() -> None:
    implied = said.ImpliedDecisionReached(
        **OF_RIGHT, decision=Decision.REFUSED, on=date(2026, 7, 10)
    )
    appealed = said.AppealFiled(**OF_RIGHT, step=AppealStep.PRIOR, on=date(2026, 7, 20))
    told = {"answer-late": "2026-07-13 09:00"}
    assert planned(Trigger.APPLICATION_UNANSWERED, STARTED, FILED, implied) == told
    assert planned(Trigger.APPLICATION_UNANSWERED, STARTED, FILED, implied, appealed) == {}


def test_a_referral_is_recalled_to_its_receiver_its_sender_then_whoever_coordinates() -> None:
    # Asked on 5 March; chased after 10 days, a Sunday, as referrals.toml says.
    assert planned(Trigger.REFERRAL_UNANSWERED, REQUESTED) == {
        "referral-chased": "2026-03-14 19:30",
        "referral-still-unanswered": "2026-03-25 09:00",
        "referral-about-to-expire": "2026-03-30 09:00",  # on 4 April
    }


def test_a_referral_that_expired_is_told_to_its_sender() -> None:
    told = planned(Trigger.REFERRAL_UNANSWERED, REQUESTED, EXPIRED)
    # On Saturday 4 April; Monday is Easter Monday.
    assert told == {"referral-expired": "2026-04-07 09:00"}
    (cause,) = of(Trigger.REFERRAL_UNANSWERED, REQUESTED, EXPIRED)
    assert (cause.occurrence, cause.held_by, cause.until) == (3, RELAIS, None)


def test_an_outside_service_has_no_inbox() -> None:
    outside = REQUESTED.model_copy(update={"target_id": None})
    told = {"referral-still-unanswered", "referral-about-to-expire"}
    assert set(planned(Trigger.REFERRAL_UNANSWERED, outside)) == told


def test_a_referral_declared_late_waits_from_when_its_target_could_know() -> None:
    late = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
    assert planned(Trigger.REFERRAL_UNANSWERED, REQUESTED, recorded_at=late) == {
        "referral-chased": "2026-06-11 09:00",
        "referral-still-unanswered": "2026-06-20 19:30",  # Sunday 21 is quiet
        "referral-about-to-expire": "2026-06-26 09:00",
    }


def test_a_follow_up_is_recalled_on_its_day_and_three_working_days_after() -> None:
    # Friday 20 March
    assert planned(Trigger.FOLLOW_UP, PLANNED) == {
        "follow-up-due": "2026-03-20 08:30",
        "follow-up-overdue": "2026-03-25 08:30",
    }
    (cause,) = of(Trigger.FOLLOW_UP, PLANNED)
    assert (cause.held_by, cause.member_id) == (PLANNED.planned_by, PLANNED.with_member)


def test_silence_is_counted_from_the_last_contact_of_each_organisation() -> None:
    met = DONE.model_copy(update={"occurred_at": datetime(2026, 4, 10, 9, 0, tzinfo=UTC)})
    assert planned(Trigger.NO_CONTACT, PLANNED, met) == {
        "no-contact-three-months": "2026-07-10 09:00",
        "no-contact-six-months": "2026-10-10 09:00",
    }
    by_others = met.model_copy(update={"done_by": CCAS})
    assert "2026-07-10 09:00" not in planned(Trigger.NO_CONTACT, PLANNED, by_others).values()


def test_a_consent_is_recalled_a_month_and_a_week_before_its_end() -> None:
    until = datetime(2026, 9, 30, 22, 0, tzinfo=UTC)  # 1 October in Paris
    assert planned(Trigger.CONSENT_EXPIRY, consent(until)) == {
        "consent-a-month-before": "2026-09-01 09:00",
        "consent-a-week-before": "2026-09-24 09:00",
    }
    assert planned(Trigger.CONSENT_EXPIRY, consent(None)) == {}


def test_the_end_of_an_access_is_recalled_once_it_is_announced() -> None:
    assert planned(Trigger.RETENTION_END, announced(date(2026, 4, 20))) == {
        "access-end-announced": "2026-03-06 09:00",
        "access-end-last-week": "2026-04-13 09:00",
    }


def of(trigger: Trigger, *facts: Fact) -> list[Cause]:
    causes = causes_of(known(opened(), *facts), TERMS)
    return [cause for cause in causes if cause.trigger is trigger]


ENTERED_IN_ERROR = said.RightEnteredInError(**OF_RIGHT, corrects=2)
ENDED = said.RightExpired(**OF_RIGHT, on=LAST, reason=EndReason.TERM)
MET = FollowUpDone(
    occurred_at=MARCH_5 + timedelta(days=1), follow_up_id=FOLLOW_UP, done_by=RELAIS, mode=Mode.PHONE
)
UNTIL = datetime(2026, 9, 30, 22, 0, tzinfo=UTC)
CANCELLED, DONE_, MOVED = (
    SuppressionReason.CANCELLED,
    SuppressionReason.DONE,
    SuppressionReason.MOVED,
)
REFUSED = said.RightRefused(**OF_RIGHT, on=FILED_ON, reason=RefusalReason.OTHER)
GONE: list[tuple[Trigger, list[Fact], list[Fact], SuppressionReason | None]] = [
    (Trigger.APPOINTMENT, [BOOKED], [APPOINTMENT_CANCELLED], CANCELLED),
    (Trigger.APPOINTMENT, [BOOKED], [APPOINTMENT_MOVED], MOVED),
    (Trigger.RIGHT_RENEWAL, [C2S], [RENEWED], DONE_),
    (Trigger.RIGHT_RENEWAL, [C2S], [ENDED], CANCELLED),
    (Trigger.RIGHT_RENEWAL, [C2S], [ENTERED_IN_ERROR], None),
    (
        Trigger.MISSING_DOCUMENT,
        [STARTED],
        [collected(Document.IDENTITY), collected(Document.RESIDENCE)],
        DONE_,
    ),
    (Trigger.APPLICATION_UNANSWERED, [STARTED, FILED], [REFUSED], DONE_),
    (Trigger.REFERRAL_UNANSWERED, [REQUESTED], [ACCEPTED], DONE_),
    (Trigger.REFERRAL_UNANSWERED, [REQUESTED], [REFERRAL_CANCELLED], CANCELLED),
    (Trigger.FOLLOW_UP, [PLANNED], [DONE], DONE_),
    (Trigger.NO_CONTACT, [PLANNED], [MET], DONE_),
    (
        Trigger.CONSENT_EXPIRY,
        [consent(UNTIL)],
        [SharingConsentWithdrawn(occurred_at=MARCH_5, consent_id=CONSENT)],
        CANCELLED,
    ),
    (Trigger.RETENTION_END, [announced(date(2026, 4, 20)), PLANNED], [MET], DONE_),
]


@pytest.mark.parametrize(("trigger", "before", "after", "reason"), GONE)
def test_what_cancels_it_is_read_from_the_pathway(
    trigger: Trigger, before: list[Fact], after: list[Fact], reason: SuppressionReason | None
) -> None:
    (cause,) = of(trigger, *before)
    pathway = known(opened(), *before, *after)
    asked: dict[str, Any] = {"trigger": trigger, "cause_id": cause.id}
    assert standing(pathway, TERMS, **asked, occurrence=cause.occurrence) is None
    was = gone(pathway, **asked)
    assert (was and was.reason) is reason


def test_every_trigger_is_read() -> None:
    assert set(RECALLED) == set(Trigger)
    assert {trigger for trigger, *_ in GONE} == set(Trigger)
    assert {rule.on for rule in TERMS.pack.rules} == set(Trigger)


CLOSED = PathwayClosed(occurred_at=MARCH_5, closed_by=RELAIS)


@pytest.mark.parametrize("fact", [CLOSED, DeathReported(occurred_at=MARCH_5)])
def test_nothing_is_recalled_of_whom_nobody_follows_any_more(fact: Fact) -> None:
    assert causes_of(known(opened(), BOOKED, PLANNED, fact), TERMS) == []

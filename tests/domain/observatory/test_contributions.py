"""What each fact adds to the figures, and what takes it back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.facility.words import PlaceKind
from domain.kernel import DomainEvent, Fact
from domain.observatory.contributions import Contribution, Place
from domain.observatory.indicators import Indicator
from domain.observatory.observed import Observed, commune_on
from domain.pathway.accompaniments.facts import (
    AccompanimentCarriedOut,
    AccompanimentEnteredInError,
)
from domain.pathway.accompaniments.words import AccompanimentOutcome
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentMoved,
    AttendanceCorrected,
)
from domain.pathway.appointments.words import (
    AppointmentKind,
    Attendance,
    ChangeReason,
    MissedReason,
    Needs,
    Side,
    Transport,
)
from domain.pathway.debts import (
    CareDebtEnteredInError,
    CareDebtReported,
    CareDebtSettled,
    Creditor,
    SettledHow,
)
from domain.pathway.follow_up import FollowUpCorrected, FollowUpDone, FollowUpState, Mode
from domain.pathway.interviews import InterviewEnteredInError, MediationInterviewHeld, NextStep
from domain.pathway.links import PathwaysLinked, PathwaysUnlinked
from domain.pathway.mediation import Ending, MediationEnded, MediationEndEnteredInError
from domain.pathway.needs import NeedEnteredInError, NeedIdentified, NeedKind
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from domain.pathway.person import Housing, LivingSituationDescribed
from domain.pathway.psychology import (
    BufferSessionEnteredInError,
    BufferSessionHeld,
    PsychologyRelayStarted,
)
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralRejected,
    ReferralRequested,
    RelayDeclaredEffective,
)
from domain.pathway.referrals.words import (
    ErrorReason,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
    Urgency,
)
from domain.pathway.renunciations import Care, CareRenounced, GivenUp, LedTo, RenunciationLedTo
from domain.pathway.rights.facts import (
    CoverageGapClosed,
    ImpliedDecisionReached,
    RightApplicationStarted,
    RightEnteredInError,
    RightNonTakeUpRecorded,
    RightOpened,
    RightRefused,
)
from domain.pathway.screening.facts import (
    ConfirmationOrdered,
    ConfirmationRefused,
    ConfirmationResultReceived,
    RapidTestEnteredInError,
    RapidTestPerformed,
    RapidTestRead,
)
from domain.pathway.stays.facts import (
    PlaceDeclined,
    PlaceRequested,
    StayEnded,
    StayEnteredInError,
    StayStarted,
)
from domain.pathway.stays.words import DeclinedBy, Destination, PlaceDeclineReason
from domain.pathway.wrong_file import FactRecordedInWrongFile
from domain.rights.schemes import Cover, Decision, NonTakeUp, RefusalReason, Scheme
from domain.screening.words import LaboratoryResult, RapidTestResult, Sample, WhyNotConfirmed
from tests.domain.pathway.people import CCAS, MARCH_4, MEDIATOR, RELAIS, opened, wall
from tests.domain.pathway.screening.tested import USED

AWA = UUID(int=0xA)
ONE, OTHER = UUID(int=1), UUID(int=2)
DAY = timedelta(days=1)
MARCH = date(2026, 3, 4)
Brief = tuple[Indicator, int, str, str, int]  # days after 4 March, category, detail, value


def observed(*facts: Fact) -> Observed:
    events = [
        DomainEvent(AWA, version, fact, position=version, actor_id=MEDIATOR, organisation_id=RELAIS)
        for version, fact in enumerate(facts, start=1)
    ]
    return Observed(AWA).after(events)


def brief(contributions: Iterable[Contribution]) -> set[Brief]:
    return {
        (one.indicator, (one.day - MARCH).days, one.category, one.detail, one.value)
        for one in contributions
    }


def added_by(*facts: Fact) -> set[Brief]:
    """What these facts add after a first meeting on 4 March."""
    return brief(observed(opened(), *facts).all()) - brief(observed(opened()).all())


def after(days: int) -> datetime:
    return MARCH_4 + days * DAY


def common(days: int = 0, data_class: DataClass | None = None) -> dict[str, Any]:
    return {"occurred_at": after(days)} | ({"data_class": data_class} if data_class else {})


def right(days: int) -> dict[str, Any]:
    return common(days) | {"rule_version": "v1", "right_id": ONE}


APPLIED = RightApplicationStarted(**right(1), scheme=Scheme.C2S)
RIGHT_OPENED = RightOpened(**right(31), starts_on=date(2026, 4, 1), ends_on=None)
REQUESTED = ReferralRequested(
    **common(2),
    referral_id=ONE,
    requested_by=RELAIS,
    target_id=CCAS,
    service=Service.HOUSING,
    urgency=Urgency.ROUTINE,
)
BOOKED = AppointmentBooked(
    **common(1),
    appointment_id=ONE,
    booked_by=RELAIS,
    when=wall("2026-03-09T09:00"),
    kind=AppointmentKind.HOUSING,
    place="1 place du Marché",
    with_organisation=CCAS,
    with_name=None,
    needs=Needs(),
)
MOVED = AppointmentMoved(
    **common(2),
    appointment_id=ONE,
    moved_by=Side.PERSON,
    reason=ChangeReason.WORK,
    was=wall("2026-03-09T09:00"),
    when=wall("2026-03-10T09:00"),
)
MISSED = AppointmentMissed(
    **common(6), appointment_id=ONE, recorded_by=RELAIS, reason=MissedReason.UNKNOWN
)
ATTENDED = AppointmentAttended(
    **common(6), appointment_id=ONE, recorded_by=RELAIS, held_at=after(6)
)
TALKED = MediationInterviewHeld(
    **common(3),
    interview_id=ONE,
    held_by=RELAIS,
    mode=Mode.HOME_VISIT,
    minutes=45,
    themes=(),
    next_step=NextStep.NONE,
)
WENT = AccompanimentCarriedOut(
    **common(4),
    accompaniment_id=ONE,
    carried_out_by=RELAIS,
    minutes=180,
    kilometres=42,
    transport=Transport.LIFT,
    outcome=AccompanimentOutcome.RECEIVED,
)
REPORTED = ObstacleReported(
    **common(1),
    obstacle_id=ONE,
    kind=ObstacleKind.MOBILITY,
    delays=Delayed(what=Delayable.RIGHT, id=OTHER),
)
RENOUNCED = CareRenounced(
    **common(1, DataClass.HEALTH),
    renunciation_id=ONE,
    given_up=GivenUp(care=Care.DENTAL),
    reason=ObstacleKind.COST,
)
OWED = CareDebtReported(**common(1), debt_id=ONE, creditor=Creditor.HOSPITAL, cents=12_050)
SESSION = BufferSessionHeld(
    **common(5),
    session_id=ONE,
    held_by=RELAIS,
    psychologist_id=MEDIATOR,
    rank=1,
    minutes=45,
    mode=Mode.OFFICE,
)
ENDED = MediationEnded(**common(9), ending_id=ONE, ended_by=RELAIS, how=Ending.AUTONOMY)
FOLLOWED = FollowUpDone(**common(7), follow_up_id=ONE, done_by=RELAIS, mode=Mode.PHONE)

FUTURE = date(2026, 9, 10)
TESTED = RapidTestPerformed(
    **common(3),
    test_id=ONE,
    test_consent_id=OTHER,
    performed_by=RELAIS,
    operator_id=MEDIATOR,
    used=USED,
    sample=Sample.ORAL_FLUID,
    on=date(2026, 3, 7),
)
ASKED = PlaceRequested(
    **common(2),
    stay_id=ONE,
    facility_id=OTHER,
    organisation_id=CCAS,
    requested_by=RELAIS,
    kind=PlaceKind.SINGLE_ROOM,
    starts=date(2026, 3, 10),
    until=FUTURE,
    kept_until=after(5),
)

COUNTED: dict[str, tuple[tuple[Fact, ...], set[Brief]]] = {
    "a need": (
        (NeedIdentified(**common(1), need_id=ONE, kind=NeedKind.HOUSING),),
        {(Indicator.NEEDS, 1, "housing", "", 1)},
    ),
    "an obstacle": ((REPORTED,), {(Indicator.OBSTACLES, 1, "MOB", "right", 1)}),
    "an obstacle lifted": (
        (
            REPORTED,
            ObstacleLifted(
                **common(9), obstacle_id=ONE, how=LiftedHow.TRANSPORT_FOUND, after_days=8
            ),
        ),
        {
            (Indicator.OBSTACLES, 1, "MOB", "right", 1),
            (Indicator.OBSTACLES_LIFTED, 9, "transport_found", "", 1),
            (Indicator.DAYS_TO_LIFT, 9, "MOB", "", 8),
        },
    ),
    "a renunciation and what it led to": (
        (
            RENOUNCED,
            RenunciationLedTo(
                **common(20, DataClass.HEALTH), renunciation_id=ONE, outcome=LedTo.CARE_TAKEN_UP
            ),
        ),
        {
            (Indicator.RENUNCIATIONS, 1, "dental", "FIN", 1),
            (Indicator.RENUNCIATIONS_LED_TO, 20, "care_taken_up", "", 1),
        },
    ),
    "a right, once, however often it opens": (
        (
            APPLIED,
            RIGHT_OPENED,
            RightOpened(**right(90), starts_on=date(2026, 6, 1), ends_on=None),
        ),
        {
            (Indicator.RIGHTS_OPENED, 31, "c2s", "", 1),
            (Indicator.DAYS_TO_RIGHT, 31, "c2s", "", 31),
        },
    ),
    "a right refused": (
        (
            APPLIED,
            RightRefused(**right(40), on=date(2026, 4, 10), reason=RefusalReason.RESOURCES),
        ),
        {(Indicator.RIGHTS_REFUSED, 40, "c2s", "", 1)},
    ),
    "a right refused by silence": (
        (
            APPLIED,
            ImpliedDecisionReached(**right(60), on=date(2026, 5, 3), decision=Decision.REFUSED),
        ),
        {(Indicator.RIGHTS_REFUSED, 60, "c2s", "", 1)},
    ),
    "silence that grants is no refusal": (
        (
            APPLIED,
            ImpliedDecisionReached(**right(60), on=date(2026, 5, 3), decision=Decision.GRANTED),
        ),
        set(),
    ),
    "a right not taken up": (
        (
            RightNonTakeUpRecorded(
                **common(3), rule_version="v1", scheme=Scheme.RSA, kind=NonTakeUp.NOT_KNOWN
            ),
        ),
        {(Indicator.NON_TAKE_UP, 3, "not_known", "rsa", 1)},
    ),
    "days without cover": (
        (
            CoverageGapClosed(
                **common(50),
                rule_version="v1",
                cover=Cover.BASIC,
                starts_on=MARCH,
                days=49,
                avoidable=True,
            ),
        ),
        {(Indicator.DAYS_WITHOUT_COVER, 50, "basic", "", 49)},
    ),
    "a referral accepted, then effective": (
        (
            REQUESTED,
            ReferralAccepted(**common(12), referral_id=ONE, accepted_by=CCAS),
            RelayDeclaredEffective(
                **common(30), referral_id=ONE, declared_by=CCAS, effect=RelayEffect.RIGHT_USED
            ),
        ),
        {
            (Indicator.REFERRALS_MADE, 2, "housing", "", 1),
            (Indicator.REFERRALS_ANSWERED, 12, "accepted", "", 1),
            (Indicator.DAYS_TO_ANSWER, 12, str(CCAS), "", 10),
            (Indicator.REFERRALS_EFFECTIVE, 30, "right_used", "", 1),
        },
    ),
    "a referral declined": (
        (
            REQUESTED,
            ReferralRejected(
                **common(3),
                referral_id=ONE,
                rejected_by=CCAS,
                refused_by=RefusedBy.SERVICE,
                reason=RejectionReason.NO_CAPACITY,
            ),
        ),
        {
            (Indicator.REFERRALS_MADE, 2, "housing", "", 1),
            (Indicator.REFERRALS_ANSWERED, 3, "rejected", "", 1),
            (Indicator.DAYS_TO_ANSWER, 3, str(CCAS), "", 1),
        },
    ),
    "a referral nobody answered": (
        (REQUESTED, ReferralExpired(**common(32), referral_id=ONE, unanswered_days=30)),
        {
            (Indicator.REFERRALS_MADE, 2, "housing", "", 1),
            (Indicator.REFERRALS_ANSWERED, 32, "expired", "", 1),
        },
    ),
    "an appointment kept": (
        (BOOKED, ATTENDED),
        {
            (Indicator.APPOINTMENTS, 6, "attended", "", 1),
            (Indicator.PEOPLE_MET, 6, "", "", 1),
        },
    ),
    "an appointment missed, on the day it was moved to": (
        (BOOKED, MOVED, MISSED),
        {(Indicator.APPOINTMENTS, 6, "missed", "", 1)},
    ),
    "an appointment that the service cancelled": (
        (
            BOOKED,
            AppointmentCancelled(
                **common(2),
                appointment_id=ONE,
                cancelled_by=Side.SERVICE,
                reason=ChangeReason.OTHER,
            ),
        ),
        {(Indicator.APPOINTMENTS, 5, "revoked", "", 1)},
    ),
    "an appointment that was kept after all": (
        (
            BOOKED,
            MISSED,
            AttendanceCorrected(
                **common(8),
                appointment_id=ONE,
                recorded_by=RELAIS,
                was=Attendance.MISSED,
                attendance=Attendance.ATTENDED,
                held_at=after(5),
            ),
        ),
        {
            (Indicator.APPOINTMENTS, 5, "attended", "", 1),
            (Indicator.PEOPLE_MET, 5, "", "", 1),
        },
    ),
    "an interview": (
        (TALKED,),
        {
            (Indicator.INTERVIEWS, 3, "home_visit", "", 1),
            (Indicator.INTERVIEW_MINUTES, 3, "home_visit", "", 45),
            (Indicator.WORK_MINUTES, 3, str(MEDIATOR), "", 45),
            (Indicator.PEOPLE_MET, 3, "", "", 1),
        },
    ),
    "an accompaniment": (
        (WENT,),
        {
            (Indicator.ACCOMPANIMENTS, 4, "received", "", 1),
            (Indicator.ACCOMPANIMENT_MINUTES, 4, "lift", "", 180),
            (Indicator.ACCOMPANIMENT_KILOMETRES, 4, "lift", "", 42),
            (Indicator.WORK_MINUTES, 4, str(MEDIATOR), "", 180),
            (Indicator.PEOPLE_MET, 4, "", "", 1),
        },
    ),
    "a follow-up": ((FOLLOWED,), {(Indicator.PEOPLE_MET, 7, "", "", 1)}),
    "a mediation ended": ((ENDED,), {(Indicator.MEDIATIONS_ENDED, 9, "autonomy", "", 1)}),
    "a buffer session": (
        (SESSION,),
        {
            (Indicator.BUFFER_SESSIONS, 5, "", "", 1),
            (Indicator.WORK_MINUTES, 5, str(MEDIATOR), "", 45),
            (Indicator.PEOPLE_MET, 5, "", "", 1),
        },
    ),
    "the relay of a psychologist": (
        (PsychologyRelayStarted(**common(70), relay_id=ONE, on=date(2026, 5, 10), waited_days=40),),
        {(Indicator.DAYS_TO_PSYCHOLOGY, 67, "", "", 40)},
    ),
    "a positive test, confirmed": (
        (
            TESTED,
            RapidTestRead(**common(3), test_id=ONE, result=RapidTestResult.POSITIVE),
            ConfirmationOrdered(**common(3), test_id=ONE),
            ConfirmationResultReceived(
                **common(12), test_id=ONE, result=LaboratoryResult.CONFIRMED
            ),
        ),
        {
            (Indicator.RAPID_TESTS, 3, "hiv", "positive", 1),
            (Indicator.CONFIRMATIONS, 12, "confirmed", "hiv", 1),
        },
    ),
    "a confirmation that is not wanted": (
        (
            TESTED,
            ConfirmationRefused(**common(4), test_id=ONE, reason=WhyNotConfirmed.NOT_NOW),
        ),
        {
            (Indicator.RAPID_TESTS, 3, "hiv", "", 1),
            (Indicator.CONFIRMATIONS, 4, "refused", "hiv", 1),
        },
    ),
    "a stay": (
        (
            ASKED,
            StayStarted(**common(6), stay_id=ONE, starts=date(2026, 3, 10), until=FUTURE),
            StayEnded(
                **common(40),
                stay_id=ONE,
                until=date(2026, 4, 9),
                destination=Destination.OWN_HOUSING,
            ),
        ),
        {
            (Indicator.PLACES_REQUESTED, 2, "single_room", "", 1),
            (Indicator.STAYS_STARTED, 6, "single_room", "", 1),
            (Indicator.STAYS_ENDED, 36, "own_housing", "", 1),
            (Indicator.STAY_NIGHTS, 36, "single_room", "", 30),
        },
    ),
    "a place declined": (
        (
            ASKED,
            PlaceDeclined(
                **common(3),
                stay_id=ONE,
                recorded_by=RELAIS,
                declined_by=DeclinedBy.PERSON,
                reason=PlaceDeclineReason.TOO_FAR,
            ),
        ),
        {
            (Indicator.PLACES_REQUESTED, 2, "single_room", "", 1),
            (Indicator.PLACES_DECLINED, 3, "person", "too_far", 1),
        },
    ),
    "a debt, settled": (
        (OWED, CareDebtSettled(**common(60), debt_id=ONE, how=SettledHow.REMITTED)),
        {
            (Indicator.DEBTS, 1, "hospital", "", 1),
            (Indicator.DEBT_CENTS, 1, "hospital", "", 12_050),
            (Indicator.DEBTS_SETTLED, 60, "remitted", "", 1),
        },
    ),
}


@pytest.mark.parametrize("name", COUNTED)
def test_what_is_told_counts(name: str) -> None:
    facts, expected = COUNTED[name]
    assert added_by(*facts) == expected


TAKEN_BACK: dict[str, tuple[Fact, ...]] = {
    "a need": (
        NeedIdentified(**common(1), need_id=ONE, kind=NeedKind.HOUSING),
        NeedEnteredInError(**common(2), need_id=ONE, corrects=2),
    ),
    "an obstacle": (
        REPORTED,
        ObstacleLifted(**common(2), obstacle_id=ONE, how=LiftedHow.ENTERED_IN_ERROR, after_days=1),
    ),
    "a renunciation": (
        RENOUNCED,
        RenunciationLedTo(
            **common(2, DataClass.HEALTH), renunciation_id=ONE, outcome=LedTo.ENTERED_IN_ERROR
        ),
    ),
    "a right": (APPLIED, RIGHT_OPENED, RightEnteredInError(**right(40), corrects=2)),
    "a referral": (
        REQUESTED,
        ReferralEnteredInError(
            **common(3), referral_id=ONE, withdrawn_by=RELAIS, reason=ErrorReason.WRONG_PERSON
        ),
        ReferralAccepted(**common(12), referral_id=ONE, accepted_by=CCAS),
    ),
    "an appointment": (
        BOOKED,
        ATTENDED,
        AttendanceCorrected(
            **common(8),
            appointment_id=ONE,
            recorded_by=RELAIS,
            was=Attendance.ATTENDED,
            attendance=Attendance.UNKNOWN,
            held_at=after(5),
        ),
    ),
    "an interview": (
        TALKED,
        InterviewEnteredInError(**common(4), interview_id=ONE, withdrawn_by=RELAIS),
    ),
    "an accompaniment": (WENT, AccompanimentEnteredInError(**common(5), accompaniment_id=ONE)),
    "a follow-up": (
        FOLLOWED,
        FollowUpCorrected(
            **common(8), follow_up_id=ONE, corrected_by=RELAIS, was=FollowUpState.DONE
        ),
    ),
    "a mediation's end": (
        ENDED,
        MediationEndEnteredInError(**common(10), ending_id=ONE, withdrawn_by=RELAIS),
    ),
    "a buffer session": (SESSION, BufferSessionEnteredInError(**common(6), session_id=ONE)),
    "a rapid test": (TESTED, RapidTestEnteredInError(**common(4), test_id=ONE)),
    "a stay": (ASKED, StayEnteredInError(**common(4), stay_id=ONE, withdrawn_by=RELAIS)),
    "a debt": (OWED, CareDebtEnteredInError(**common(2), debt_id=ONE)),
    "an entry of somebody else": (
        BOOKED,
        ATTENDED,
        FactRecordedInWrongFile(**common(9), entry_id=ONE, erased_by=RELAIS),
        MISSED,
    ),
}


@pytest.mark.parametrize("name", TAKEN_BACK)
def test_what_is_taken_back_counts_no_more(name: str) -> None:
    assert added_by(*TAKEN_BACK[name]) == set()


def test_what_is_never_counted_leaves_the_same_object() -> None:
    known = observed(opened())
    assert known.after([]) is known


def test_the_organisation_is_the_one_that_acted() -> None:
    told = observed(
        opened(), REQUESTED, ReferralAccepted(**common(12), referral_id=ONE, accepted_by=CCAS)
    )
    acted = {one.indicator: one.organisation_id for one in told.all()}
    assert acted[Indicator.REFERRALS_MADE] == RELAIS
    assert acted[Indicator.DAYS_TO_ANSWER] == CCAS


def test_a_contribution_keeps_the_class_of_its_fact() -> None:
    told = observed(opened(), SESSION)
    classes = {one.indicator: one.data_class for one in told.all()}
    assert classes[Indicator.BUFFER_SESSIONS] is DataClass.MENTAL_HEALTH
    assert classes[Indicator.PEOPLE_MET] is DataClass.SOCIAL


def test_somebody_lived_where_it_was_said_last_until_that_day() -> None:
    told = observed(
        opened(),
        LivingSituationDescribed(**common(30), housing=Housing.HOSTED, commune="63281"),
        LivingSituationDescribed(**common(10), housing=Housing.TENANT, commune="63338"),
        LivingSituationDescribed(**common(40), housing=Housing.STREET),
    )
    communes = {days: told.commune_on(MARCH + days * DAY) for days in (0, 10, 29, 30, 99)}
    assert communes == {0: "63338", 10: "63338", 29: "63338", 30: "63281", 99: "63281"}
    assert commune_on(MARCH, ()) is None
    assert told.places[0] == Place(MARCH + 10 * DAY, "63338")


def test_linked_pathways_are_of_one_person_until_they_are_parted() -> None:
    linked = PathwaysLinked(**common(1), link_id=ONE, linked_id=OTHER)
    parted = PathwaysUnlinked(**common(2), link_id=ONE, linked_id=OTHER)
    assert observed(opened(), linked).linked == {OTHER}
    assert observed(opened(), linked, parted).linked == set()

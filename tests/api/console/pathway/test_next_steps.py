"""What is next is found on the pathway as its reader sees it, what is late first."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from api.console.pathway.next_steps import next_steps
from api.console.pathway.step import Step
from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import AppointmentAttended, AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs, Transport
from domain.pathway.follow_up import FollowUpDone, FollowUpPlanned, Mode, Purpose
from domain.pathway.psychology import PsychologyRelayProposed
from domain.pathway.referrals.facts import ReferralAccepted, ReferralRequested
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.retention import RetentionEndAnnounced
from domain.pathway.rights import facts as rights
from domain.pathway.screening.facts import RapidTestPerformed
from domain.pathway.stays.facts import PlaceRequested
from domain.rights.schemes import Document, Scheme
from tests.api.console.pathway.scene import INES, NOW, RIGHT, RULES, ahead, held
from tests.domain.pathway.people import (
    APPOINTMENT,
    CCAS,
    FOLLOW_UP,
    MARCH_4,
    PASS,
    REFERRAL,
    RELAIS,
    wall,
)
from tests.infrastructure.evolution.example_facts import example_of


def steps(*facts: Fact) -> list[Step]:
    return next_steps(ahead(*facts))


def planned(due_on: date, follow_up_id: UUID = FOLLOW_UP) -> FollowUpPlanned:
    return FollowUpPlanned(
        occurred_at=MARCH_4,
        follow_up_id=follow_up_id,
        planned_by=RELAIS,
        due_on=due_on,
        purpose=Purpose.DOCUMENTS,
        mode=Mode.PHONE,
        with_member=None,
    )


def booked(time: str, **needs: Any) -> AppointmentBooked:
    return AppointmentBooked(
        occurred_at=MARCH_4,
        appointment_id=APPOINTMENT,
        booked_by=RELAIS,
        when=wall(time),
        kind=AppointmentKind.RIGHTS,
        place="Mairie",
        with_organisation=CCAS,
        with_name=None,
        needs=Needs(**needs),
    )


def asked(requested_by: UUID = RELAIS, target_id: UUID = CCAS) -> ReferralRequested:
    return ReferralRequested(
        occurred_at=datetime.fromisoformat("2026-11-10T10:00:00Z"),
        referral_id=REFERRAL,
        requested_by=requested_by,
        target_id=target_id,
        service=Service.DOMICILIATION,
        urgency=Urgency.ROUTINE,
    )


def offered(step: Step) -> list[str]:
    return [act.path.rpartition("/")[2] for act in step.acts]


def test_what_is_late_comes_first_then_in_order_of_time() -> None:
    told = steps(
        planned(date(2026, 12, 20), UUID(int=21)),
        planned(date(2026, 11, 18), UUID(int=22)),
        planned(date(2026, 11, 23), UUID(int=23)),
    )
    assert [(one.when, one.late) for one in told] == [
        ("3 days ago", True),
        ("Monday", False),
        ("in 29 days", False),
    ]
    assert offered(told[0]) == ["completion", "absence", "move"]


def test_what_is_done_is_no_longer_next() -> None:
    done = FollowUpDone(occurred_at=NOW, follow_up_id=FOLLOW_UP, done_by=RELAIS, mode=Mode.PHONE)
    assert steps(planned(date(2026, 11, 18)), done) == []


def test_an_appointment_to_come_says_when_where_and_how_the_person_gets_there() -> None:
    (step,) = steps(booked("2026-11-24T09:30:00", transport=Transport.LIFT, accompaniment=True))
    assert step.when.startswith("Tuesday, 9")
    assert "CCAS · Mairie · " in step.more
    assert "accompanied" in step.more
    assert offered(step) == ["transport-arrangement", "move", "cancellation"]


def test_a_past_appointment_asks_whether_the_person_went() -> None:
    (step,) = steps(booked("2026-11-02T09:30:00"))
    assert (step.late, offered(step)) == (True, ["attendance", "absence"])
    went = AppointmentAttended(
        occurred_at=NOW, appointment_id=APPOINTMENT, recorded_by=RELAIS, held_at=NOW
    )
    assert steps(booked("2026-11-02T09:30:00"), went) == []


def test_a_document_to_collect_says_for_which_right() -> None:
    about: dict[str, Any] = {
        "occurred_at": datetime.fromisoformat("2026-11-18T10:00:00Z"),
        "data_class": DataClass.STATUS,
        "rule_version": RULES,
        "right_id": RIGHT,
    }
    begun = rights.RightApplicationStarted(**about, scheme=Scheme.AME)
    required = rights.SupportingDocumentRequired(**about, document=Document.IDENTITY)
    (step,) = steps(begun, required)
    assert step.when == "for 3 days"
    assert step.what.startswith("To collect: ")
    assert offered(step) == ["collection"]
    there = rights.SupportingDocumentCollected(**about, document=Document.IDENTITY)
    assert steps(begun, required, there) == []


def test_a_right_is_told_of_three_months_before_it_ends() -> None:
    def ends(last: date) -> list[Step]:
        return steps(held(Scheme.C2S, date(2026, 1, 1), last))

    assert ends(date(2027, 6, 30)) == []
    (step,) = ends(date(2027, 1, 31))
    assert step.what.startswith("Ends: ")
    assert "To be renewed between" in step.more
    (past,) = ends(date(2026, 11, 20))
    assert (past.late, past.what.startswith("Its term is past: ")) == (True, True)


@pytest.mark.parametrize(
    ("referral", "turns"),
    [
        (asked(), ["chase", "cancellation"]),
        (asked(requested_by=CCAS, target_id=RELAIS), ["acceptance", "rejection", "cancellation"]),
    ],
)
def test_a_referral_that_waits_says_who_has_the_next_step(
    referral: ReferralRequested, turns: list[str]
) -> None:
    (step,) = steps(referral)
    assert step.when == "for 11 days"
    assert "has the next step: to answer." in step.more
    assert offered(step) == turns


def test_whoever_works_on_a_referral_says_how_it_goes() -> None:
    accepted = ReferralAccepted(occurred_at=NOW, referral_id=REFERRAL, accepted_by=RELAIS)
    (step,) = steps(asked(requested_by=CCAS, target_id=RELAIS), accepted)
    assert offered(step) == ["completion", "failure", "start", "cancellation"]


def test_who_is_no_party_to_a_referral_is_offered_nothing_of_it() -> None:
    (step,) = steps(asked(requested_by=CCAS, target_id=PASS))
    assert offered(step) == []


def test_the_end_of_access_is_told_to_the_organisation_whose_it_is() -> None:
    def announced(to: UUID) -> list[Step]:
        ending = RetentionEndAnnounced(
            occurred_at=NOW, of_organisation=to, ends_on=date(2026, 12, 20), policy_version="1"
        )
        return steps(ending)

    assert INES.organisation_id == RELAIS
    assert [step.when for step in announced(RELAIS)] == ["in 29 days"]
    assert announced(CCAS) == []


@pytest.mark.parametrize(
    ("kind", "act"),
    [(RapidTestPerformed, "reading"), (PsychologyRelayProposed, "answer"), (PlaceRequested, None)],
)
def test_what_waits_around_care_is_told_to_those_who_see_it(
    kind: type[Fact], act: str | None
) -> None:
    """A place that was asked for is kept for a while: afterwards nobody waits for it."""
    told = steps(example_of(kind))
    assert [offered(step)[0] for step in told] == ([act] if act else [])

"""The band shows what was told, where it was, and nothing that hangs on what is hidden."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from api.console.pathway.band import LEFT, WIDTH, Band, band_of
from api.console.pathway.spans import Kind, Row
from domain.kernel import Fact
from domain.pathway.appointments.facts import (
    AppointmentAttended,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMissed,
)
from domain.pathway.appointments.words import (
    AppointmentKind,
    ChangeReason,
    MissedReason,
    Needs,
    Side,
)
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralEnteredInError,
    ReferralExpired,
    ReferralRequested,
)
from domain.pathway.referrals.words import ErrorReason, Service, Urgency
from domain.rights.schemes import Scheme
from tests.api.console.pathway.scene import NOW, gap, held, spans, telling
from tests.domain.pathway.people import APPOINTMENT, CCAS, MARCH_4, REFERRAL, RELAIS, wall

ANOTHER = UUID(int=10)


def drawn(*facts: Fact) -> Band:
    band = band_of(spans(*facts), telling())
    assert band is not None
    return band


def booked(time: str) -> AppointmentBooked:
    return AppointmentBooked(
        occurred_at=MARCH_4,
        appointment_id=APPOINTMENT,
        booked_by=RELAIS,
        when=wall(time),
        kind=AppointmentKind.RIGHTS,
        place="Mairie",
        with_organisation=CCAS,
        with_name=None,
        needs=Needs(),
    )


def asked() -> ReferralRequested:
    return ReferralRequested(
        occurred_at=MARCH_4,
        referral_id=REFERRAL,
        requested_by=RELAIS,
        target_id=CCAS,
        service=Service.DOMICILIATION,
        urgency=Urgency.ROUTINE,
    )


ABOUT: dict[str, Any] = {"occurred_at": NOW, "appointment_id": APPOINTMENT}
OF_REFERRAL: dict[str, Any] = {"occurred_at": NOW, "referral_id": REFERRAL}


def test_without_anything_to_show_there_is_no_band() -> None:
    assert band_of(spans(), telling()) is None


def test_a_gap_is_drawn_between_two_covers_on_their_line_with_its_days() -> None:
    band = drawn(
        held(Scheme.PUMA, date(2026, 1, 1), date(2026, 9, 19)),
        held(Scheme.AME, date(2026, 10, 21), None, right_id=ANOTHER),
        *gap(date(2026, 9, 20), 31),
    )
    puma, hatched, ame = sorted(band.drawn, key=lambda one: one.x)
    assert (puma.span.kind, hatched.span.kind, ame.span.kind) == (Kind.OPEN, Kind.GAP, Kind.OPEN)
    assert {puma.y, hatched.y, ame.y} == {puma.y}
    assert (puma.end, hatched.end) == (hatched.x, ame.x)
    assert hatched.beside == "31 days without"
    assert ame.end == pytest.approx(WIDTH - 8)
    assert "31 days without" in band.sentence


def test_no_gap_is_worked_out_from_what_is_seen() -> None:
    """A right in a class that the reader does not meet may cover these days."""
    band = drawn(
        held(Scheme.PUMA, date(2026, 1, 1), date(2026, 6, 30)),
        held(Scheme.PUMA, date(2026, 9, 1), None, right_id=ANOTHER),
    )
    assert [one.span.kind for one in band.drawn] == [Kind.OPEN, Kind.OPEN]


def test_a_gap_that_never_was_is_not_drawn_and_one_that_lasts_reaches_today() -> None:
    assert [one.kind for one in spans(*gap(date(2026, 9, 20), 0))] == []
    band = drawn(*gap(date(2026, 9, 20), None))
    (lasting,) = band.drawn
    assert lasting.end == pytest.approx(band.today, abs=5)  # a day further
    assert "none since 20 September 2026: 63 days" in lasting.span.words


def test_rights_of_different_covers_stand_on_lines_of_their_own() -> None:
    band = drawn(
        held(Scheme.PUMA, date(2026, 1, 1), None),
        held(Scheme.C2S, date(2026, 1, 1), None, right_id=ANOTHER),
    )
    assert len({one.y for one in band.drawn}) == 2


@pytest.mark.parametrize(
    ("then", "kind", "said"),
    [
        ((), Kind.WAITING, "waiting for an answer"),
        ((ReferralAccepted(**OF_REFERRAL, accepted_by=CCAS),), Kind.ANSWERED, "answered on 21"),
        ((ReferralExpired(**OF_REFERRAL, unanswered_days=30),), Kind.OVER, "Expired"),
    ],
)
def test_a_referral_goes_from_the_day_it_was_sent(
    then: tuple[Fact, ...], kind: Kind, said: str
) -> None:
    (span,) = spans(asked(), *then)
    assert (span.row, span.kind, span.starts) == (Row.REFERRALS, kind, date(2026, 3, 4))
    assert said in span.words


def test_a_referral_that_was_an_error_is_not_drawn() -> None:
    error = ReferralEnteredInError(
        **OF_REFERRAL, withdrawn_by=RELAIS, reason=next(iter(ErrorReason))
    )
    assert spans(asked(), error) == []


@pytest.mark.parametrize(
    ("time", "then", "kind"),
    [
        ("2026-12-01T09:30:00", (), Kind.TO_COME),
        ("2026-11-02T09:30:00", (), Kind.NOT_SAID),
        (
            "2026-11-02T09:30:00",
            (AppointmentAttended(**ABOUT, recorded_by=RELAIS, held_at=NOW),),
            Kind.KEPT,
        ),
        (
            "2026-11-02T09:30:00",
            (AppointmentMissed(**ABOUT, recorded_by=RELAIS, reason=MissedReason.FORGOTTEN),),
            Kind.MISSED,
        ),
        (
            "2026-12-01T09:30:00",
            (AppointmentCancelled(**ABOUT, cancelled_by=Side.PERSON, reason=ChangeReason.WORK),),
            Kind.CALLED_OFF,
        ),
    ],
)
def test_an_appointment_is_a_mark_of_what_became_of_it(
    time: str, then: tuple[Fact, ...], kind: Kind
) -> None:
    (span,) = spans(booked(time), *then)
    assert (span.kind, span.starts) == (kind, datetime.fromisoformat(time).date())


def test_the_band_covers_the_last_year_and_two_months_ahead() -> None:
    band = drawn(held(Scheme.PUMA, date(2020, 1, 1), None))
    assert len(band.months) == 14
    (puma,) = band.drawn
    assert (puma.x, puma.runs_in, puma.runs_on) == (LEFT, True, True)
    assert band_of(spans(held(Scheme.PUMA, date(2020, 1, 1), date(2021, 1, 1))), telling()) is None


def test_a_young_pathway_is_drawn_over_half_a_year() -> None:
    assert len(drawn(booked("2026-11-23T09:30:00")).months) == 6


def test_what_is_written_beside_a_gap_never_leaves_the_drawing() -> None:
    band = drawn(*gap(date(2027, 1, 25), 900), held(Scheme.PUMA, date(2026, 1, 1), None))
    for one in band.drawn:
        at, anchor = one.anchor
        assert (at <= WIDTH) if anchor == "start" else at == one.end


def test_every_mark_says_itself_and_stands_in_the_table() -> None:
    band = drawn(booked("2026-12-01T09:30:00"), asked(), held(Scheme.RSA, date(2026, 5, 1), None))
    assert [one.span.words for one in band.drawn if not one.span.words] == []
    assert {one.span for one in band.drawn} == set(band.spans)
    assert "1 right, 1 referral, 1 waiting for an answer, 1 appointment" in band.sentence

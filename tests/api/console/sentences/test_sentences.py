"""What some sentences say, as somebody reads them."""

from datetime import date, datetime
from uuid import UUID

from api.console.sentences.sentence import Sentence, Tone
from api.languages.choosing import Language
from domain.pathway.appointments.facts import AppointmentAttended, AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind, Needs, Transport
from domain.pathway.contacts import (
    ContactKind,
    ContactPoint,
    ContactPointAdded,
    ContactPointRemoved,
    RemovalReason,
)
from domain.pathway.debts import CareDebtReported, Creditor
from domain.pathway.notes import NoteAdded, NoteCorrected
from domain.pathway.referrals.facts import (
    ReferralAccepted,
    ReferralPutOnHold,
    ReferralRequested,
    ReferralStarted,
)
from domain.pathway.referrals.words import HoldReason, Service, Urgency
from domain.pathway.rights.facts import (
    CoverageGapClosed,
    RightApplicationStarted,
    RightCorrected,
    RightOpened,
)
from domain.rights.schemes import Cover, Scheme
from domain.wall_time import WallTime
from tests.api.console.sentences.telling import AT, sentences

ITEM, CCAS = UUID(int=10), UUID(int=11)
REQUESTED = ReferralRequested(
    occurred_at=AT,
    referral_id=ITEM,
    requested_by=UUID(int=12),
    target_id=CCAS,
    service=Service.DOMICILIATION,
    urgency=Urgency.SOON,
)
ACCEPTED = ReferralAccepted(occurred_at=AT, referral_id=ITEM, accepted_by=CCAS)
STARTED = ReferralStarted(occurred_at=AT, referral_id=ITEM, started_by=CCAS)
HELD = ReferralPutOnHold(
    occurred_at=AT, referral_id=ITEM, held_by=CCAS, reason=HoldReason.WAITING_LIST
)
AME = RightApplicationStarted(occurred_at=AT, rule_version="1", right_id=ITEM, scheme=Scheme.AME)
OPENED = RightOpened(
    occurred_at=AT,
    rule_version="1",
    right_id=ITEM,
    starts_on=date(2026, 10, 21),
    ends_on=date(2027, 10, 1),
)
CORRECTED = RightCorrected(
    occurred_at=AT,
    rule_version="1",
    right_id=ITEM,
    corrects=2,
    starts_on=date(2026, 10, 21),
    ends_on=date(2027, 10, 20),
)
NOTE = NoteAdded(occurred_at=AT, note_id=ITEM, written_by=CCAS, text="A pouch for 100 % of papers.")


def in_french(sentence: Sentence) -> str:
    return " ".join(part for part in (sentence.lead, sentence.more) if part).replace("\u00a0", " ")


def test_a_referral_names_whom_it_asks_and_for_what() -> None:
    (sentence,) = sentences(REQUESTED, name="CCAS de Saint-Aubin")
    assert sentence.lead == "Referral to CCAS de Saint-Aubin: domiciliation."
    assert (sentence.more, sentence.about) == ("Urgency: soon.", ITEM)
    (sentence,) = sentences(REQUESTED, name="CCAS de Saint-Aubin", language=Language.FRENCH)
    assert in_french(sentence).startswith("Orientation vers CCAS de Saint-Aubin : domiciliation.")


def test_an_answer_says_to_what_where_the_reader_sees_what_was_asked() -> None:
    assert sentences(REQUESTED, ACCEPTED)[1].lead == "Referral accepted: domiciliation."
    assert sentences(ACCEPTED)[0].lead == "Referral accepted."


def test_work_goes_on_again_after_a_hold_only() -> None:
    first, _, again = sentences(STARTED, HELD, STARTED.model_copy())
    assert (first.lead, again.lead) == ("Referral under way.", "Referral under way again.")


def test_a_right_says_from_when_to_when() -> None:
    opened = sentences(AME, OPENED, language=Language.FRENCH)[1]
    assert in_french(opened) == (
        "Droit ouvert : aide médicale de l’État (AME). Du 21 octobre 2026 au 1er octobre 2027."
    )
    assert opened.tone is Tone.GOOD


def test_a_correction_shows_what_it_corrects() -> None:
    corrected = sentences(AME, OPENED, CORRECTED)[2]
    assert corrected.corrects
    assert corrected.more == (
        "From 21 October 2026 to 20 October 2027. "
        "Noted before: from 21 October 2026 to 1 October 2027."
    )


def test_a_correction_does_not_guess_which_of_two_periods_it_corrects() -> None:
    corrected = sentences(AME, OPENED, OPENED.model_copy(), CORRECTED)[3]
    assert corrected.more == "From 21 October 2026 to 20 October 2027."


def test_a_corrected_note_says_which_and_quotes_what_it_should_have_said() -> None:
    right = NoteCorrected(occurred_at=AT, note_id=ITEM, written_by=CCAS, text="A pouch.")
    first, corrected = sentences(NOTE, right)
    assert (first.lead, first.note) == ("Note", "A pouch for 100 % of papers.")
    assert (corrected.more, corrected.note) == ("The note of 10 November 2026.", "A pouch.")


def test_an_appointment_says_when_as_each_language_writes_it_and_what_it_takes() -> None:
    booked = AppointmentBooked(
        occurred_at=AT,
        appointment_id=ITEM,
        booked_by=CCAS,
        when=WallTime(wall=datetime(2026, 11, 24, 9, 5), zone="Europe/Paris"),  # noqa: DTZ001 (wall)
        kind=AppointmentKind.ACCESS_TO_CARE,
        place="Hall B",
        with_organisation=CCAS,
        with_name=None,
        needs=Needs(transport=Transport.LIFT, interpreter="ps", accompaniment=True),
    )
    kept = AppointmentAttended(occurred_at=AT, appointment_id=ITEM, recorded_by=CCAS, held_at=AT)
    assert [in_french(each) for each in sentences(booked, kept, language=Language.FRENCH)] == [
        (
            "Rendez-vous le 24 novembre 2026 à 9 h 05 : accès aux soins. Avec : CCAS. Lieu : "
            "Hall B. Transport : voiture d’un tiers. Interprète : pachto. Accompagnement prévu."
        ),
        "Rendez-vous honoré : accès aux soins, le 10 novembre 2026.",
    ]


def test_amounts_are_written_as_each_language_does() -> None:
    debt = CareDebtReported(occurred_at=AT, debt_id=ITEM, creditor=Creditor.HOSPITAL, cents=123450)
    assert sentences(debt)[0].lead == "Care debt: €1,234.50, hospital."
    french = sentences(debt, language=Language.FRENCH)[0]
    assert in_french(french) == "Dette de soins : 1\u202f234,50 €, hôpital."


def test_days_without_cover_are_counted() -> None:
    gap = CoverageGapClosed(
        occurred_at=AT,
        rule_version="1",
        cover=Cover.BASIC,
        starts_on=date(2026, 9, 20),
        days=1,
        avoidable=False,
    )
    (sentence,) = sentences(gap)
    assert sentence.more == "1 day without cover, since 20 September 2026."


def test_a_telephone_number_is_written_as_it_is_read_aloud() -> None:
    point = ContactPoint(kind=ContactKind.MOBILE, reach="+33639980001")
    added = ContactPointAdded(occurred_at=AT, contact_id=ITEM, point=point)
    removed = ContactPointRemoved(
        occurred_at=AT, contact_id=ITEM, reason=RemovalReason.NO_LONGER_WORKS
    )
    assert [each.lead for each in sentences(added, removed)] == [
        "Way to reach the person: mobile telephone, +33 6 39 98 00 01.",
        "Way to reach the person removed: mobile telephone, +33 6 39 98 00 01.",
    ]

"""What each language says, whenever it is."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.pathway.reminders import Channel
from domain.reminders.saying import Known, Message, message_of
from domain.reminders.segments import Encoding, cost_of
from domain.reminders.wording import Direction, Wording
from domain.wall_time import FIRST_WALL, LAST_WALL, WallTime
from tests.domain.reminders.packs import in_zone, wall
from tests.domain.reminders.wordings import (
    ARABIC,
    CALL_BACK,
    ENGLISH,
    FRENCH,
    LINK,
    SHIPPED,
    UKRAINIAN,
)

WORDINGS = st.sampled_from(SHIPPED.each)
TEMPLATES = st.sampled_from(sorted(FRENCH.templates))
MOMENTS = st.lists(
    st.datetimes(FIRST_WALL, LAST_WALL).map(lambda wall: WallTime(wall=wall, zone="Europe/Paris")),
    min_size=1,
    max_size=4,
).map(tuple)
OVERSEAS = "+262 262 00 00 00"
LONG_LINK = "https://parcours-partages-a.example/r/abcdefghijklmnop"


def paris(text: str) -> WallTime:
    return in_zone("Europe/Paris", text)


def all_known(*moments: str, place: str = "") -> Known:
    return Known(tuple(map(paris, moments)), place=place, call_back=CALL_BACK, link=LINK)


def texted(message: Message) -> str:
    return message.carried_by(Channel.TEXT)


def test_french_says_when_whom_to_call_and_where_to_answer() -> None:
    message = message_of(FRENCH, "appointment", all_known("2026-08-12 09:05"))
    assert message.subject == "Rappel"
    assert message.text == (
        "Rappel : rendez-vous mercredi 12 août à 9h05."
        f" Un souci ? Appelez le {CALL_BACK}. Répondre : {LINK}"
    )
    assert message.carried_by(Channel.EMAIL) == message.text
    assert "12 aout" in texted(message)


def test_without_a_number_nor_a_link_only_when_is_said() -> None:
    message = message_of(ENGLISH, "appointment", Known((paris("2026-03-01 14:30"),)))
    assert message.text == "Reminder: appointment on Sunday 1 March at 14:30."


def test_the_first_of_a_month_is_written_as_french_does() -> None:
    message = message_of(FRENCH, "appointment", Known((paris("2026-07-01 08:00"),)))
    assert message.text == "Rappel : rendez-vous mercredi 1er juillet à 8h00."


def test_ukrainian_puts_months_in_the_genitive_and_days_in_the_accusative() -> None:
    message = message_of(UKRAINIAN, "appointment", Known((paris("2026-08-12 11:00"),)))
    assert message.text == "Нагадування: зустріч у середу, 12 серпня, 11:00."


def test_arabic_names_months_as_french_papers_do_and_keeps_numbers_whole() -> None:
    message = message_of(ARABIC, "appointment", all_known("2026-08-12 11:00", place="12 rue Auber"))
    assert message.direction is Direction.RIGHT_TO_LEFT
    assert "الأربعاء 12 أوت على الساعة 11:00" in message.text
    assert "\u20660400000000\u2069" in message.text  # in one run: groups could show reversed
    assert f"\u2066{LINK}\u2069" in message.text
    assert "\u206812 rue Auber\u2069" in message.text


def test_several_appointments_are_said_in_one_message() -> None:
    moments = ("2026-08-12 09:05", "2026-08-13 14:00", "2026-09-01 08:30")
    assert message_of(FRENCH, "several", all_known(*moments)).text.startswith(
        "Rappel : rendez-vous mercredi 12 août à 9h05, jeudi 13 août à 14h00"
        " et mardi 1er septembre à 8h30. "
    )
    assert message_of(ENGLISH, "several", all_known(*moments[:2])).text.startswith(
        "Reminder: appointments on Wednesday 12 August at 9:05 and Thursday 13 August at 14:00. "
    )


def test_what_is_no_appointment_is_said_in_the_same_words_whatever_it_is() -> None:
    message = message_of(FRENCH, "please_call", Known(call_back=CALL_BACK))
    assert message.text == (
        f"Bonjour, nous avons quelque chose à vous dire. Appelez le {CALL_BACK} quand vous pouvez."
    )
    assert message_of(FRENCH, "please_call", Known()).text == (
        "Bonjour, nous avons quelque chose à vous dire."
    )


def test_a_place_is_said_where_it_may_be() -> None:
    known = all_known("2026-08-12 09:05", place="12 rue du Pont.\nMontluçon")
    text = message_of(FRENCH, "appointment", known).text
    assert "à 9h05. Lieu : 12 rue du Pont. Montluçon. Un souci" in text


def test_a_place_cannot_turn_the_line_around_it() -> None:
    known = all_known("2026-08-12 09:05", place="\u202e12 rue\u2069 Auber {link}")
    for wording in SHIPPED.each:
        text = message_of(wording, "appointment", known).text
        assert "\u202e" not in text
        assert "12 rue Auber {link}" in text
        assert text.count("\u2069") == sum(map(text.count, "\u2066\u2068"))


@pytest.mark.parametrize("wording", [FRENCH, ENGLISH], ids=lambda wording: wording.language)
@pytest.mark.parametrize("link", ["", LONG_LINK])
def test_every_hour_of_a_year_fits_one_segment(wording: Wording, link: str) -> None:
    new_year = wall("2028-01-01")  # a leap year
    costs = {
        cost_of(texted(message_of(wording, template, Known((when,), "", OVERSEAS, link))))
        for when in (
            WallTime(wall=new_year + timedelta(hours=hour), zone="Europe/Paris")
            for hour in range(366 * 24)
        )
        for template in ("appointment", "please_call")
    }
    assert {(cost.encoding, cost.segments) for cost in costs} == {(Encoding.GSM7, 1)}


@pytest.mark.parametrize("wording", SHIPPED.each, ids=lambda wording: wording.language)
def test_no_two_days_of_a_year_are_said_alike(wording: Wording) -> None:
    days = [date(2028, 1, 1) + timedelta(days=day) for day in range(366)]
    said = {
        message_of(wording, "appointment", Known((paris(f"{day} 10:00"),))).text for day in days
    }
    assert len(said) == len(days)


@given(WORDINGS, TEMPLATES, MOMENTS, st.text(max_size=120), st.sampled_from(["", LINK]))
def test_a_message_is_one_line_of_visible_words(
    wording: Wording, template: str, moments: tuple[WallTime, ...], place: str, link: str
) -> None:
    message = message_of(wording, template, Known(moments, place, CALL_BACK, link))
    marks = set("\u2066\u2068\u2069")
    odd = {one for one in message.text if unicodedata.category(one) in {"Cc", "Cf", "Cs"}}
    assert odd <= (marks if wording.direction is Direction.RIGHT_TO_LEFT else set())
    assert message.text.endswith((link, f"{link}\u2069")) if link else LINK not in message.text


@given(MOMENTS, st.sampled_from([FRENCH, ENGLISH]))
def test_texts_in_latin_letters_stay_in_the_cheap_alphabet(
    moments: tuple[WallTime, ...], wording: Wording
) -> None:
    for template in wording.templates:
        message = message_of(wording, template, Known(moments, "", CALL_BACK, LINK))
        assert cost_of(texted(message)).encoding is Encoding.GSM7


@given(MOMENTS, st.sampled_from([ARABIC, UKRAINIAN]))
def test_other_scripts_are_never_stripped(moments: tuple[WallTime, ...], wording: Wording) -> None:
    message = message_of(wording, "several", Known(moments, "", CALL_BACK, LINK))
    assert texted(message) == message.text

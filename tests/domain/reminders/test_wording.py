"""What a template can carry, in whatever file it stands."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.reminders.rules import Audience, ReminderPack
from domain.reminders.triggers import Trigger
from domain.reminders.wording import Template, Wording
from domain.reminders.wordings import RuleWithoutWords
from tests.domain.reminders.packs import DAY_BEFORE, PACK
from tests.domain.reminders.wordings import ARABIC, ENGLISH, FRENCH, SHIPPED, saying, together


@pytest.mark.parametrize(
    "sentence",
    ["{reason}", "{name}", "{date.year}", "{date!r}", "{date:>9}", "{}", "{0}", "{time[0]}", "{da"],
)
def test_a_template_can_carry_nothing_else(sentence: str) -> None:
    with pytest.raises(ValidationError):
        Template(subject="Rappel", sentences=(f"Demain {sentence}",))


def test_a_subject_names_nothing() -> None:
    with pytest.raises(ValidationError, match="subject names nothing"):
        Template(subject="Le {date}", sentences=("Rappel.",))


def test_something_is_said_whatever_is_known() -> None:
    with pytest.raises(ValidationError, match="always said"):
        Template(subject="Rappel", sentences=("Appelez le {call_back}.",))


@pytest.mark.parametrize(
    "change",
    [
        {"date": "{weekday} {day}"},
        {"time": "{hour}"},
        {"date": "{weekday.real} {day}"},
        {"moment": "{date}"},
        {"first": "1 https://exemple.fr"},
        {"months": ["January"]},
        {"language": "English"},
    ],
)
def test_a_date_is_written_whole(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Wording.model_validate(ENGLISH.model_dump() | change)


@pytest.mark.parametrize(
    "sentence",
    ["Call 0400000000.", "See exemple.fr/r.", "Write to a@exemple.fr.", "See www.exemple.fr."],
)
def test_numbers_addresses_and_links_are_only_named(sentence: str) -> None:
    with pytest.raises(ValidationError, match="only named"):
        Wording.model_validate(saying(sentence))


def test_a_language_in_latin_letters_keeps_to_the_alphabet_of_text_messages() -> None:
    with pytest.raises(ValidationError, match="text messages have no →"):
        Wording.model_validate(saying("Reminder → {date} at {time}."))
    assert "août" in FRENCH.months  # what can be written another way is written as it should be


@pytest.mark.parametrize(
    "sentence",
    [
        "Reminder: your doctor, {date} at {time}.",
        "Reminder: bring your PAPERS {date} at {time}.",
        "Rappel : à l'hôpital {date} at {time}.",  # in the file of another language
        "Reminder: HÔPITAL {date} at {time}.",
        "Reminder: Mental-health {date} at {time}.",
        "Reminder: red  cross, {date} at {time}.",
        "Reminder: AME, {date} at {time}.",
    ],
)
def test_a_template_cannot_spell_out_a_word_of_the_field(sentence: str) -> None:
    with pytest.raises(ValidationError, match=r"en: .* tells too much"):
        together(saying(sentence))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("uk", "Нагадування: лікарня {date}, {time}."),
        ("uk", "Нагадування: швидка допомога {date}, {time}."),
        ("ar", "تذكير: المستشفى {date} {time}."),
        ("ar", "تذكير: بالمُسْتَشْفَى {date} {time}."),  # with its vowels, and joined
        ("ar", "تذكير: ملفكم {date} {time}."),
    ],
)
def test_nor_in_another_script(language: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match="tells too much"):
        together(saying(sentence, language=language))


def test_nor_by_its_subject_nor_by_the_name_of_a_day() -> None:
    named = ENGLISH.model_dump(mode="json")
    named["templates"]["appointment"]["subject"] = "Your benefits"
    with pytest.raises(ValidationError, match="tells too much"):
        together(named)
    days = ENGLISH.model_dump(mode="json")
    days["weekdays"][0] = "screening day"
    with pytest.raises(ValidationError, match="tells too much"):
        together(days)


def test_each_language_says_as_much_as_the_others() -> None:
    with pytest.raises(ValidationError, match="en: appointment: not what 'fr' names"):
        together(saying("Reminder: an appointment on {date}."))
    fewer = ARABIC.model_dump(mode="json")
    del fewer["templates"]["please_call"]
    with pytest.raises(ValidationError, match="ar: please_call"):
        together(fewer)


def test_a_language_nobody_reviewed_falls_back() -> None:
    assert SHIPPED.reviewed_in("en") is ENGLISH
    assert SHIPPED.reviewed_in("en-GB") is ENGLISH
    assert SHIPPED.reviewed_in("uk") is FRENCH
    assert SHIPPED.reviewed_in("ar-DZ") is FRENCH
    assert SHIPPED.reviewed_in("bm") is FRENCH


def test_what_all_others_fall_back_to_is_there_and_reviewed() -> None:
    with pytest.raises(ValidationError, match="fall back"):
        together(FRENCH.model_dump(mode="json") | {"review": None})


@pytest.mark.parametrize("name", ["several", "several_and_call"])
def test_what_falls_together_has_words(name: str) -> None:
    fewer = [one.model_dump(mode="json") for one in SHIPPED.each]
    for data in fewer:
        del data["templates"][name]
    with pytest.raises(ValidationError, match=f"'{name}' is there and names moments"):
        together(*fewer)


def a_pack_with(**rule: object) -> ReminderPack:
    changed = DAY_BEFORE.model_copy(update=rule)
    return PACK.model_copy(update={"rules": (DAY_BEFORE, changed)})


def test_a_rule_has_words() -> None:
    SHIPPED.must_word(a_pack_with(on=Trigger.RIGHT_RENEWAL, template="please_call"))
    SHIPPED.must_word(a_pack_with(to=Audience.REFERENT, template="in-the-interface"))
    with pytest.raises(RuleWithoutWords, match=r"It is renewal\.$"):
        SHIPPED.must_word(a_pack_with(id="renewal", template="renewal"))


def test_the_day_of_what_is_no_appointment_stays_unsaid() -> None:
    with pytest.raises(RuleWithoutWords):
        SHIPPED.must_word(a_pack_with(on=Trigger.RIGHT_RENEWAL))


def test_a_language_is_worded_once() -> None:
    data = SHIPPED.model_dump(mode="json")
    with pytest.raises(ValidationError, match="worded once"):
        type(SHIPPED).model_validate(data | {"each": [*data["each"], data["each"][0]]})


@pytest.mark.parametrize(
    "change",
    [
        {"appointment": "On {date}."},
        {"call": "Call us."},
        {"title": "Your message of {date}"},
        {"confirm": "I see the doctor"},
        {"busy": "See www.exemple.fr"},
    ],
)
def test_the_page_behind_a_link_obeys_the_same_rules(change: dict[str, str]) -> None:
    data = ENGLISH.model_dump(mode="json")
    data["page"] |= change
    with pytest.raises(ValidationError):
        together(data)

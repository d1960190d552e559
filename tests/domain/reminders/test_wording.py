import pytest
from pydantic import ValidationError

from domain.reminders.gsm7 import in_gsm7, outside_gsm7
from domain.reminders.wording import Template, Wording, neutral_message, wording_for
from domain.wall_time import WallTime
from seeds.templates.shipped import shipped_wordings
from tests.domain.reminders.packs import in_zone


def paris(text: str) -> WallTime:
    return in_zone("Europe/Paris", text)


SHIPPED = {wording.language: wording for wording in shipped_wordings()}
FRENCH, ENGLISH = SHIPPED["fr"], SHIPPED["en"]


def test_a_french_reminder_says_when_and_whom_to_call() -> None:
    message = neutral_message(
        FRENCH, "appointment", starts=paris("2026-08-12 09:05"), call_back="04 00 00 00 00"
    )
    assert message.subject == "Rappel"
    assert message.text == (
        "Rappel : vous avez rendez-vous mercredi 12 aout à 9h05."
        " Une question, un souci ? Appelez le 04 00 00 00 00."
    )


def test_an_english_reminder_without_a_number_says_when() -> None:
    message = neutral_message(
        ENGLISH, "appointment", starts=paris("2026-03-01 14:30"), call_back=""
    )
    assert message.text == "Reminder: you have an appointment on Sunday 1 March at 14:30."


@pytest.mark.parametrize("wording", [FRENCH, ENGLISH], ids=lambda wording: wording.language)
@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", range(1, 8))
def test_every_date_fits_one_text_message(wording: Wording, month: int, day: int) -> None:
    message = neutral_message(
        wording,
        "appointment",
        starts=paris(f"2026-{month:02}-{20 + day} 18:30"),
        call_back="+262 262 00 00 00",
    )
    assert len(message.text) <= 160
    assert not outside_gsm7(message.text)


@pytest.mark.parametrize(
    "sentence", ["{reason}", "{place}", "{date.year}", "{date!r}", "{date:>9}", "{}", "{0}"]
)
def test_a_template_can_carry_nothing_else(sentence: str) -> None:
    with pytest.raises(ValidationError):
        Template(subject="Rappel", sentences=(f"Demain {sentence}",))


@pytest.mark.parametrize(
    "change", [{"date": "{weekday} {day}"}, {"time": "{hour}"}, {"date": "{weekday.real} {day}"}]
)
def test_a_date_is_written_whole(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Wording.model_validate(ENGLISH.model_dump() | change)


def test_a_subject_names_nothing() -> None:
    with pytest.raises(ValidationError, match="only"):
        Template(subject="Le {date}", sentences=("Rappel.",))


def test_a_template_keeps_to_the_alphabet_of_text_messages() -> None:
    with pytest.raises(ValidationError, match="alphabet"):
        Template(subject="Rappel", sentences=("Un empêchement ?",))


def test_a_language_nobody_reviewed_falls_back() -> None:
    unreviewed = ENGLISH.model_copy(update={"language": "uk", "reviewed": False})
    known = [FRENCH, ENGLISH, unreviewed]
    assert wording_for("en-GB", known) is ENGLISH
    assert wording_for("uk", known) is FRENCH
    assert wording_for("ar", known) is FRENCH


@pytest.mark.parametrize(
    ("written", "sent"),
    [("août, ça", "aout, ca"), ("l\u2019œil…", "l'oeil..."), ("à é è ù €", "à é è ù €")],
)
def test_what_the_alphabet_lacks_is_written_another_way(written: str, sent: str) -> None:
    assert in_gsm7(written) == sent


def test_another_script_is_left_as_it_is() -> None:
    assert in_gsm7("موعد") == "موعد"
    assert outside_gsm7("موعد") == set("موعد")

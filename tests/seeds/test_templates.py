"""The wordings that Cordée ships, and those that a network brings."""

from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import ValidationError

from domain.members import Profession
from domain.pathway.appointments.words import AppointmentKind
from domain.reviews import Worded
from domain.rights.schemes import Document, Scheme
from seeds.rules.shipped import shipped_reminder_rules
from seeds.templates.shipped import (
    TemplatesUnreadable,
    reminder_wordings,
    shipped_digest_wordings,
    shipped_reset_wordings,
    shipped_wordings,
)

SHIPPED = shipped_wordings()
SHIPPED_FOLDER = Path(__file__).parents[2] / "seeds" / "templates"
TELLS_NOTHING = {"other"}


def words_of(*lists: type[StrEnum]) -> list[str]:
    return sorted({str(word) for words in lists for word in words} - TELLS_NOTHING)


def test_four_languages_are_worded_and_those_nobody_reviewed_say_so() -> None:
    reviews = {wording.language: wording.review for wording in SHIPPED.each}
    assert {language: bool(review) for language, review in reviews.items()} == {
        "fr": True,
        "en": True,
        "ar": False,
        "uk": False,
    }
    assert {review.by for review in reviews.values() if review} == {"Cordée"}


@pytest.mark.parametrize("word", words_of(Scheme, Document, AppointmentKind, Profession))
def test_no_word_of_the_field_can_be_spelt_out(word: str) -> None:
    assert SHIPPED.forbidden.first_in(f"Reminder: {word.replace('_', ' ')}, on Monday.")


@pytest.mark.parametrize(
    "phrase",
    [
        "renouvelez votre C2S", "votre carte Vitale", "une pièce d'identité", "la sécurité sociale",
        "le médecin", "chez la sage-femme", "au CCAS", "à la PASS", "à la Croix-Rouge", "du psy",
        "vos droits", "votre dossier", "Dr Martin", "Mme Martin", "la préfecture", "un dépistage",
        "your benefits", "the clinic", "a midwife", "your asylum file", "Mr Smith", "your test",
        "до лікаря", "ваші права", "соціальна служба", "притулок", "аналізи", "пані Ірина",
        "إلى الطبيب", "حقوقكم", "الجمعية", "وثائقكم", "للفحص", "السيدة أمينة",
    ],
)  # fmt: skip
def test_nor_what_people_would_write(phrase: str) -> None:
    assert SHIPPED.forbidden.first_in(phrase)


@pytest.mark.parametrize("harmless", ["Rappel : mardi, rive gauche", "On se voit mardi ?", "pas"])
def test_what_tells_nothing_may_be_said(harmless: str) -> None:
    assert SHIPPED.forbidden.first_in(harmless) is None


@pytest.mark.parametrize(
    "letters",
    [shipped_digest_wordings(), shipped_reset_wordings()],
    ids=["digest", "password_reset"],
)
def test_letters_to_members_say_who_reviewed_them(letters: tuple[Worded, ...]) -> None:
    assert {one.language: one.review.by for one in letters if one.review} == {
        "fr": "Cordée",
        "en": "Cordée",
    }


def test_every_shipped_rule_has_words() -> None:
    SHIPPED.must_word(shipped_reminder_rules())


def test_a_network_words_a_language_its_own_way(tmp_path: Path) -> None:
    shipped = (SHIPPED_FOLDER / "reminders.uk.toml").read_text("utf-8")
    signed = shipped.replace(
        'language = "uk"', 'language = "uk"\nreview = {by = "X", on = 2026-03-01}'
    )
    (tmp_path / "reminders.uk.toml").write_text(signed, "utf-8")
    (tmp_path / "README.txt").write_text("ours", "utf-8")
    own = reminder_wordings(tmp_path)
    assert own.reviewed_in("uk").language == "uk"
    assert own.reviewed_in("en") == SHIPPED.reviewed_in("en")


def test_what_a_network_words_obeys_the_same_rules(tmp_path: Path) -> None:
    shipped = (SHIPPED_FOLDER / "reminders.fr.toml").read_text("utf-8")
    (tmp_path / "reminders.fr.toml").write_text(shipped.replace("Un souci", "Votre santé"), "utf-8")
    with pytest.raises(ValidationError, match="fr: 'sante' tells too much"):
        reminder_wordings(tmp_path)


@pytest.mark.parametrize("content", [None, b"language = ", b"\xff\xfe"])
def test_a_folder_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "reminders.fr.toml").write_bytes(content)
    with pytest.raises(TemplatesUnreadable):
        reminder_wordings(tmp_path)
    with pytest.raises(TemplatesUnreadable):
        reminder_wordings(tmp_path / "nowhere")

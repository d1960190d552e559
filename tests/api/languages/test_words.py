import re

import pytest
from babel.messages.catalog import Message

from api.languages.choosing import LANGUAGES, Language
from api.languages.words import SOURCE, words_in
from tests.api.languages.extracting import catalogue, said

NAMED = re.compile(r"%\((\w+)\)s")
TRANSLATED = [language for language in LANGUAGES if language is not SOURCE]


def forms(message: Message) -> list[tuple[str, str]]:
    """What the code says and what is said instead; of a plural, each of its forms."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[0], form) for form in message.string or ()]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_interface_is_translated_and_no_other(language: Language) -> None:
    told = {forms(one)[0][0] for one in catalogue(language) if one.id}
    assert (said() - told, told - said()) == (set(), set())
    assert [one.id for one in catalogue(language) if one.fuzzy and one.id] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_what_its_source_names(language: Language) -> None:
    for message in catalogue(language):
        for source, form in forms(message) if message.id else ():
            assert form.strip(), source
            assert sorted(NAMED.findall(form)) == sorted(NAMED.findall(source)), source


def test_a_word_is_said_in_the_language_that_is_asked_for() -> None:
    assert words_in(Language.FRENCH).gettext("your health") == "votre santé"
    assert words_in(Language.ENGLISH).gettext("your health") == "your health"

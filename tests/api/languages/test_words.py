import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from api.languages.choosing import LANGUAGES, Language
from api.languages.words import SOURCE, catalogues, words_in
from tests.api.languages.extracting import said

NAMED = re.compile(r"%\((\w+)\)s")
TRANSLATED = [language for language in LANGUAGES if language is not SOURCE]


def told(language: Language) -> Iterator[Message]:
    """Every message of a language, of whatever area."""
    return (message for area in catalogues(language) for message in area if message.id)


def forms(message: Message) -> list[tuple[str, str]]:
    """What the code says and what is said instead; of a plural, each of its forms."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[0], form) for form in message.string or ()]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_interface_is_translated_and_no_other(language: Language) -> None:
    words = {forms(one)[0][0] for one in told(language)}
    assert (said() - words, words - said()) == (set(), set())
    assert [one.id for one in told(language) if one.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_word_is_said_the_same_way_in_every_area(language: Language) -> None:
    ways: dict[str, set[str]] = {}
    for message in told(language):
        for source, form in forms(message)[-1:]:
            ways.setdefault(source, set()).add(form)
    assert {source: said for source, said in ways.items() if len(said) > 1} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_what_its_source_names(language: Language) -> None:
    for message in told(language):
        for source, form in forms(message):
            assert form.strip(), source
            assert sorted(NAMED.findall(form)) == sorted(NAMED.findall(source)), source


def test_a_word_is_said_in_the_language_that_is_asked_for() -> None:
    assert words_in(Language.FRENCH).gettext("your health") == "votre santé"
    assert words_in(Language.ENGLISH).gettext("your health") == "your health"

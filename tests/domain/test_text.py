import pytest
from pydantic import TypeAdapter, ValidationError

from domain.text import Called, Commune, Country, Language, Name, normalised

NAME: TypeAdapter[str] = TypeAdapter(Name)


@pytest.mark.parametrize(
    "name",
    [
        "Awa",
        "N'Diaye-Lefèvre",
        "O’Brien",
        "Олена",
        "نور الهدى",
        "李 娜",
        "می\u200cخواهم",  # a joiner that Persian spelling needs
        "3omar",
        "Élise 2",
    ],
)
def test_names_of_any_script_are_kept_as_they_are_written(name: str) -> None:
    assert NAME.validate_python(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "12 34",
        "'-'",
        "Awa\u202eeman",  # turns the rest of the line around
        "Awa\u200b",
        "Awa 2 85 03 63 113 042 17",
        "2850363113042 Awa",
        "Awa 1.85.03.2A.113.042",
    ],
)
def test_what_is_no_name_or_holds_a_social_security_number_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        NAME.validate_python(name)


def test_what_is_not_text_is_no_name() -> None:
    with pytest.raises(ValidationError):
        NAME.validate_python(285_036)


@pytest.mark.parametrize("code", ["63113", "2A004", "97411"])
def test_a_commune_is_told_by_its_official_code(code: str) -> None:
    assert TypeAdapter[str](Commune).validate_python(code) == code


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (TypeAdapter(Commune), "2C004"),
        (TypeAdapter(Commune), "6311"),
        (TypeAdapter(Country), "fr"),
        (TypeAdapter(Country), "FRA"),
        (TypeAdapter(Language), "fr_FR"),
    ],
)
def test_a_code_of_another_shape_is_refused(kind: TypeAdapter[str], code: str) -> None:
    with pytest.raises(ValidationError):
        kind.validate_python(code)


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x85", "\ud800", "\u0378", "\r"])
def test_a_character_that_cannot_be_stored_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="cannot be stored"):
        normalised(f"Awa{character}Diallo")


@pytest.mark.parametrize("text", ["Awa", "d'accord\u202f!", "un\n\tdeux", "\u200fعربي", "🙂"])
def test_what_people_write_is_kept(text: str) -> None:
    assert normalised(text) == text


def test_text_is_stripped_composed_and_has_one_kind_of_line_end() -> None:
    assert normalised("  Zoe\u0301\r\nici ") == "Zoé\nici"


def test_somebody_nameless_is_called_something_but_never_by_a_number_of_the_state() -> None:
    called = TypeAdapter[str](Called)
    assert called.validate_python("?") == "?"
    with pytest.raises(ValidationError):
        called.validate_python("2 85 03 63 113 042")

"""What each field of a form is called, in one place; and, where it helps, a hint."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from api.console.forms.kinds import Field
from api.languages.words import phrase


@dataclass(frozen=True, slots=True)
class Words:
    label: str
    hint: str = ""


WORDS: Mapping[str, Words] = {
    "at": Words(
        phrase("When it happened, if not just now"),
        phrase("Leave it empty if it happened today."),
    ),
    "data_class": Words(phrase("How private it is"), phrase("It decides who may read it.")),
    "text": Words(phrase("Note"), phrase("Facts and the person's words; no judgement.")),
}


def words_of(path: str, field: Field) -> Words:
    """Those of the route, of the place in its body, or of the name alone: the nearest."""
    return next(WORDS[name] for name in _names(path, field) if name in WORDS)


def _names(path: str, field: Field) -> Iterator[str]:
    name = ".".join(part for part in field.name.split(".") if not part.isdigit())
    yield f"{path} {name}"
    while name:
        yield name
        _, _, name = name.partition(".")

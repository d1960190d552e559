import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError

import application
import domain
from api.console.wording.faults import UNFIT, fault
from api.console.wording.misfits import MISFITS
from application.accounts.credentials import Email, NewPassword
from domain.dates import PartialDate
from domain.instants import Day, Instant
from domain.members import Profession
from domain.pathway.contacts import SHAPES, ContactPoint
from domain.text import Called, Code, Commune, Country, Label, Language

ABOUT_NO_FORM = (  # data of the network, checked when it is read from its files
    "domain/reminders",
    "domain/programme.py",
    "domain/publication",
    "domain/rights/rules.py",
    "domain/epices.py",
    "domain/sharing_rules.py",
    "application/digests/wording.py",
    "application/accounts/known_passwords.py",
    "application/accounts/reset_wording.py",
)
ROOT = Path(__file__).parents[4]


def said_of(kind: Any, typed: object) -> str:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(typed)
    (error,) = refused.value.errors()
    return fault(error["type"], error.get("ctx", {}))


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (Label, "", "Fill this in: it is needed."),
        (Label, "a" * 121, "This is too long: make it shorter."),
        (NewPassword, "short", "This is too short: write more."),
        (Profession, "wizard", "Choose one of these."),
        (Day, "the 24th", "Write a day, such as 2026-11-24."),
        (Day, "1026-11-24", "This day is too early."),
        (Day, date(2926, 11, 24), "This day is too late."),
        (Instant, "noon", "Write a day and a time, such as 2026-11-24 09:30."),
        (int, "many", "Write a whole number, such as 3."),
        (bool, "perhaps", "Answer by yes or by no."),
        (Annotated[int, Field(ge=1)], 0, "This number is too small."),
        (Annotated[int, Field(le=9)], 10, "This number is too big."),
        (Annotated[tuple[int, ...], Field(min_length=1)], (), "Give one at least."),
        (Country, "France", "Write the two capitals of a country, such as FR."),
        (Language, "French", "Write the code of a language, such as fr."),
        (Commune, "63", "Write the five signs of the commune's official code."),
        (Email, "ines", "Write a whole e-mail address, with its @."),
        (Code, "À!", "Write a short code: small letters, digits, hyphens."),
        (
            Called,
            "2 84 05 75 116 001",
            "This looks like a social-security number: it is never written here.",
        ),
    ],
)
def test_a_fault_is_told_in_a_plain_sentence(kind: Any, typed: object, said: str) -> None:
    assert said_of(kind, typed) == said


def test_values_that_do_not_hold_together_say_why() -> None:
    assert said_of(PartialDate, {"year": 1998, "day": 4}).startswith("Give the month too")
    for kind in SHAPES:
        assert said_of(ContactPoint, {"kind": kind, "reach": "?"}) != UNFIT


def test_what_nobody_foresaw_is_told_too() -> None:
    assert fault("of_another_day", {}) == UNFIT


def test_every_value_that_a_form_may_make_says_what_is_wrong_with_it() -> None:
    said = set(_reasons())
    assert said - set(MISFITS) == set()
    shapes = {f"this is not written as a {kind} is" for kind in SHAPES}
    assert set(MISFITS) - said == shapes


def _reasons() -> Iterator[str]:
    """The words of each `raise ValueError("…")` of the domain and of what can be asked."""
    for layer in (domain, application):
        for path in (ROOT / layer.__name__).rglob("*.py"):
            if not str(path.relative_to(ROOT)).startswith(ABOUT_NO_FORM):
                yield from map(_words, filter(_refuses, ast.walk(ast.parse(path.read_text()))))


def _refuses(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and ast.unparse(node.exc.func) == "ValueError"
        and isinstance(node.exc.args[0], ast.Constant)
    )


def _words(node: ast.AST) -> str:
    assert isinstance(node, ast.Raise)
    assert isinstance(node.exc, ast.Call)
    return str(ast.literal_eval(node.exc.args[0]))

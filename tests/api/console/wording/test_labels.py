from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

import application
import domain
from api.console.wording.labels import TABLES, label
from api.languages.choosing import Language
from api.languages.words import words_in
from application.operating.ports import Work
from application.reminders.reports import Became
from application.retention.run_retention import Outcome
from domain.clocks.due import Clock
from domain.facility.settling import Wanted
from domain.facility.taken import TakenState
from domain.members import Profession
from domain.observatory.indicators import Measure, Unit
from domain.pathway.needs import NeedKind
from domain.reminders.rules import Anchor, Condition, MessageType
from domain.reminders.segments import Encoding
from domain.reminders.wording import Direction

SHOWN_BY_NO_PAGE: tuple[type[StrEnum], ...] = (
    Clock,  # which clock acted: pages tell what it did
    Wanted,  # between a pathway and a facility, while both are brought together
    TakenState,  # a page tells places that are free, and stays by their own state
    Measure,  # how a figure is made
    Unit,  # said within a sentence, by the observatory
    Became,  # what a gateway tells of a text
    Outcome,  # told by the command line
    Anchor,  # of a rule pack, as are the next two
    Condition,
    MessageType,
    Encoding,  # of a text on its way
    Direction,  # of a writing
    Work,  # the page of the operator has a sentence for each
)
FRENCH = words_in(Language.FRENCH).gettext


def enums() -> Iterator[type[StrEnum]]:
    """Every enumeration of the domain and of what can be asked."""
    for layer in (domain, application):
        for found in walk_packages(layer.__path__, f"{layer.__name__}."):
            for one in vars(import_module(found.name)).values():
                if (
                    isinstance(one, type)
                    and issubclass(one, StrEnum)
                    and one.__module__ == found.name
                ):
                    yield one


def test_every_value_that_a_page_may_show_has_its_words() -> None:
    lacking = [
        f"{kind.__module__}.{kind.__name__}.{value.name}"
        for kind in enums()
        if kind not in SHOWN_BY_NO_PAGE
        for value in kind
        if value not in TABLES.get(kind, {})
    ]
    assert lacking == []


def test_what_no_page_shows_has_none() -> None:
    assert [kind for kind in SHOWN_BY_NO_PAGE if kind in TABLES] == []


def test_words_begin_with_a_capital_in_both_languages() -> None:
    for kind in TABLES:
        for value in kind:
            for said in (label(value), FRENCH(label(value))):
                assert said[0] == said[0].upper(), said


def test_two_values_of_a_kind_are_not_called_the_same() -> None:
    for kind in TABLES:
        called = [FRENCH(label(value)) for value in kind]
        assert len(set(called)) == len(called), kind


def test_values_of_two_kinds_that_are_the_same_text_keep_their_own_words() -> None:
    assert str(Profession.OTHER) == str(NeedKind.OTHER)
    assert label(Profession.OTHER) == "Other profession"
    assert label(NeedKind.OTHER) == "Other"


def test_they_are_said_in_french() -> None:
    assert FRENCH(label(Profession.MEDIATOR)) == "Médiateur, médiatrice en santé"

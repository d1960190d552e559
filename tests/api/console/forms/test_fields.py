"""Each kind of field is derived from a model, filled in, and read back as the API takes it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field

from api.console.forms.deriving import fields_of
from api.console.forms.faults import faults_in
from api.console.forms.filling import typed_as
from api.console.forms.kinds import Kind
from api.console.forms.parsing import Reader
from domain.instants import Day, Instant
from domain.text import Country, Label, Language, Text
from domain.wall_time import WallTime

PARIS, TODAY = "Europe/Paris", date(2026, 11, 22)
ID = UUID("99999999-9999-4999-8999-999999999999")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Stand(BaseModel):
    theme: Colour
    kept_by: Label | None = None


class Maybe(BaseModel):
    words: Text
    colour: Colour = Colour.RED
    open_to_all: bool = False


class Everything(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: Label
    text: Text | None = None
    number: Annotated[int, Field(ge=1, le=9)]
    cents: int | None = None
    ticked: bool = False
    said: bool
    perhaps: bool | None = None
    colour: Colour
    only: Literal[Colour.RED]
    colours: tuple[Colour, ...] = ()
    who: UUID
    them: tuple[UUID, ...] = ()
    day: Day
    at: Instant | None = None
    when: WallTime
    lines: tuple[Label, ...] = ()
    language: Language
    country: Country | None = None
    group: Stand
    maybe: Maybe | None = None
    stands: tuple[Stand, ...] = ()
    counts: Mapping[Colour, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    answers: Mapping[Colour, bool] = Field(default_factory=dict)


FIELDS = {field.name: field for field in fields_of(Everything)}
KINDS = {
    "name": Kind.WORDS,
    "text": Kind.LONG,
    "number": Kind.NUMBER,
    "cents": Kind.EUROS,
    "ticked": Kind.TICK,
    "said": Kind.YES_NO,
    "perhaps": Kind.YES_NO,
    "colour": Kind.ONE,
    "only": Kind.ONE,
    "colours": Kind.SEVERAL,
    "who": Kind.ONE,
    "them": Kind.SEVERAL,
    "day": Kind.DAY,
    "at": Kind.MOMENT,
    "when": Kind.WALL,
    "lines": Kind.LINES,
    "language": Kind.ONE,
    "country": Kind.ONE,
    "group": Kind.GROUP,
    "maybe": Kind.GROUP,
    "stands": Kind.ROWS,
    "counts": Kind.GROUP,
    "answers": Kind.GROUP,
}
WHOLE = Everything(
    name="Awa",
    text="Bien.",
    number=3,
    cents=4_250,
    ticked=True,
    said=False,
    perhaps=True,
    colour=Colour.BLUE,
    only=Colour.RED,
    colours=(Colour.RED, Colour.BLUE),
    who=ID,
    them=(ID,),
    day=date(2026, 3, 10),
    at=datetime(2026, 3, 10, 8, 30, tzinfo=UTC),
    when=WallTime(wall=datetime(2026, 12, 24, 9, 30), zone="Indian/Reunion"),  # noqa: DTZ001 (a wall's)
    lines=("Une", "Deux"),
    language="fr",
    country="FR",
    group=Stand(theme=Colour.RED),
    maybe=Maybe(words="Oui.", colour=Colour.BLUE),
    stands=(Stand(theme=Colour.RED, kept_by="Nous"), Stand(theme=Colour.BLUE)),
    counts={Colour.RED: 2},
    answers={Colour.RED: True, Colour.BLUE: False},
)


def read(typed: Mapping[str, list[str]], *names: str) -> dict[str, Any]:
    return Reader(dict(typed), PARIS, TODAY).body(FIELDS[name] for name in names or FIELDS)


def test_each_kind_of_field_is_derived() -> None:
    assert {name: field.kind for name, field in FIELDS.items()} == KINDS
    assert (FIELDS["number"].least, FIELDS["number"].most) == (1, 9)
    assert FIELDS["name"].longest == 120
    assert [name for name, field in FIELDS.items() if field.required] == [
        *("name", "number", "said", "colour", "only", "who", "day", "when", "language", "group")
    ]


def test_what_is_filled_in_is_read_back_as_it_was() -> None:
    typed = typed_as(WHOLE.model_dump() | {"when": WHOLE.when}, FIELDS.values(), zone=PARIS)
    assert typed["cents"] == ["42.50"]
    assert (typed["at.day"], typed["at.time"]) == (["2026-03-10"], ["09:30"])
    assert typed["stands.0.kept_by"] == ["Nous"]
    assert Everything.model_validate(read(typed)) == WHOLE


def test_what_is_left_empty_is_not_said() -> None:
    assert read({}, *(name for name, field in FIELDS.items() if not field.required)) == {
        "ticked": False
    }
    assert read({}, "group") == {"group": {}}


def test_a_group_that_may_be_left_out_is_said_once_something_of_it_is() -> None:
    usual = {"maybe.colour": ["red"]}
    assert read(usual, "maybe") == {}
    assert read(usual | {"maybe.words": ["Oui."]}, "maybe") == {
        "maybe": {"words": "Oui.", "colour": "red", "open_to_all": False}
    }
    assert read(usual | {"maybe.open_to_all": ["yes"]}, "maybe")["maybe"]["open_to_all"] is True


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        *(("42,50", 4_250), ("42.5 €", 4_250), ("1 000", 100_000), ("0", 0)),
        *((one, one) for one in ("x", "NaN", "1e999999", "0.001", "-1", "9" * 99)),
    ],
)
def test_euros_are_cents_and_nonsense_stays_as_it_is(typed: str, cents: object) -> None:
    assert read({"cents": [typed]}, "cents") == {"cents": cents}


def test_an_hour_that_nobody_says_is_noon_or_just_now() -> None:
    past = read({"at.day": ["2026-11-20"]}, "at")["at"]
    assert past == "2026-11-20T12:00:00+01:00"
    assert read({"at.day": [TODAY.isoformat()]}, "at") == {}
    assert read({"at.day": ["nonsense"], "at.time": ["?"]}, "at") == {"at": "nonsenseT?"}


def test_rows_are_read_in_order_and_empty_ones_are_none() -> None:
    typed = {"stands.7.theme": ["red"], "stands.2.theme": ["blue"], "stands.3.kept_by": [" "]}
    assert read(typed, "stands") == {"stands": [{"theme": "blue"}, {"theme": "red"}]}
    assert read({"stands.99999.theme": ["red"], "stands.x.theme": ["red"]}, "stands") == {}


def test_a_fault_is_tied_to_the_field_that_stands_deepest() -> None:
    errors: list[dict[str, Any]] = [
        {"type": "missing", "loc": ("body", "group", "theme")},
        {"type": "enum", "loc": ("stands", 1, "theme")},
        {"type": "datetime_parsing", "loc": ("when", "wall")},
        {"type": "value_error", "loc": ()},
        {"type": "extra_forbidden", "loc": ("nobody", "knows")},
    ]
    found = faults_in(errors, tuple(FIELDS.values()))
    assert set(found) == {"group.theme", "stands.1.theme", "when", ""}

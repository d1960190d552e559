"""What kinds of fields a form has; each is shown by a macro and read back by a reader."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

FEW = 6  # choices that are shown all at once; more are a list to open


class Kind(StrEnum):
    WORDS = "words"
    LONG = "long"  # free text
    NUMBER = "number"
    EUROS = "euros"  # cents inside
    TICK = "tick"
    YES_NO = "yes_no"
    ONE = "one"  # of an enum's or of a source's choices
    SEVERAL = "several"
    DAY = "day"
    MOMENT = "moment"  # an instant: a day and an hour, in the zone of whoever types
    WALL = "wall"  # what the clock shows there: a day and an hour, with its zone
    LINES = "lines"  # texts, one a line
    GROUP = "group"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form; a name says where its value stands in the body, with dots."""

    name: str
    kind: Kind
    required: bool = True
    default: Any = None
    least: int | None = None
    most: int | None = None
    longest: int | None = None  # characters
    pattern: str = ""
    at_most: int | None = None  # choices, lines or rows
    choices: type[StrEnum] | tuple[StrEnum, ...] = ()
    source: str = ""  # of choices, where its name does not say
    means: StrEnum | None = None  # of a group: what this one counts or answers
    fields: tuple["Field", ...] = ()  # of a group
    row: Callable[[int], "Field"] | None = None  # of rows: the group that is one
    model: type[BaseModel] | None = None  # of a group or of rows: what each is

    @property
    def last(self) -> str:
        """The name without where it stands."""
        return self.name.rpartition(".")[2]

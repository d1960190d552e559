"""A programme as its funders know it: what it does, what it costs, who pays, what it met."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.kernel import Value
from domain.observatory.indicators import Indicator
from domain.refusals import NotFound
from domain.text import Code, Label, Text

Cents = Annotated[int, Field(ge=0, le=10_000_000_000)]  # of a euro
People = Annotated[int, Field(ge=0, le=100_000)]


class ProgrammeUnknown(NotFound):
    code = "programme-unknown"
    title = "There is no such programme: check its code in the files of programmes."


class YearUnknown(NotFound):
    code = "programme-year-unknown"
    title = "This programme says nothing of that year: add its budget to the programme's file."


class Action(Value):
    """One of the things that a programme does, and the figures that tell of it."""

    name: Label
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]


class Funding(Value):
    funder: Label
    cents: Cents


class Testimony(Value):
    """What somebody said, without a name, who agreed that it be told; it is written by hand."""

    words: Text
    consented_on: date  # when they agreed; without it, nothing is told
    heard_by: Label  # an organisation: who keeps that consent


class YearOf(Value):
    """What no event tells of a year."""

    cost: Cents
    funding: tuple[Funding, ...]
    employees: People
    volunteers: People
    difficulties: tuple[Text, ...] = ()
    testimonies: tuple[Testimony, ...] = ()

    @model_validator(mode="after")
    def _is_funded(self) -> Self:
        if sum(one.cents for one in self.funding) != self.cost:
            raise ValueError("what the funders give is what the year cost, own funds included")
        return self


class Programme(Value):
    """`territory`: of the organisations that carry it, as the directory has it; None: of all."""

    code: Code
    name: Label
    territory: Label | None = None
    source: Label  # of what is written here
    verified: bool
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    years: Mapping[int, YearOf]

    def year(self, year: int) -> YearOf:
        """What is written of a year.

        Raises:
            YearUnknown: nothing is.
        """
        if year not in self.years:
            raise YearUnknown
        return self.years[year]


Programmes = Mapping[str, Programme]


def programme_named(programmes: Programmes, code: str) -> Programme:
    """One of them.

    Raises:
        ProgrammeUnknown: there is none of that code.
    """
    if code not in programmes:
        raise ProgrammeUnknown
    return programmes[code]

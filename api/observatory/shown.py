"""Figures as they are shown: each with its definition, and the position it was computed at."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.http.reading import Shown
from api.languages.choosing import Language
from domain.observatory.asked import Split
from domain.observatory.indicators import Indicator, Measure


class QuartilesShown(Shown):
    first: float
    median: float
    third: float


class CellShown(Shown):
    split: str = Field(description="The month, the organisation's id or the commune; else empty.")
    category: str = Field(examples=["food_distribution"])
    detail: str = Field(description="A second category, where the indicator has one.")
    label: str = Field(description="All three in words.", examples=["Food distribution"])
    number: float = Field(description="What the indicator measures.", examples=[42])
    people: int = Field(description="Different people behind it.")
    times: int = Field(description="How many things were counted.")
    quartiles: QuartilesShown | None = Field(description="Where days are measured.")


class FigureShown(Shown):
    indicator: Indicator
    name: str = Field(examples=["People met"])
    definition: str
    measure: Measure
    unit: str = Field(examples=["people"])
    whole: CellShown | None = Field(
        description="Of the cells that follow; null: nothing was counted, or may be told."
    )
    cells: tuple[CellShown, ...]


class FiguresShown(Shown):
    language: Language
    first: date
    last: date
    organisation_id: UUID | None
    territory: str = Field(description="In words.", examples=["The network"])
    commune: str | None
    split: Split
    position: str = Field(description="Of the history, as it was counted: send it to replay them.")
    left_out: int = Field(description="Pathways that could not be read, and are not counted.")
    figures: tuple[FigureShown, ...]


class FiguresReplayedShown(FiguresShown):
    erased_since: int = Field(
        description="Pathways that were there then and were erased since: not counted any more."
    )
    taken_out_since: int = Field(
        description="Entries found since to be in the wrong file: not counted any more."
    )

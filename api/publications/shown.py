"""Publications as they are shown: tables with their definitions, numbers left out as null."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from api.http.reading import Shown
from api.languages.choosing import Language
from domain.publication.hiding import Why


class CategoryShown(Shown):
    code: str = Field(examples=["63338"])
    name: str


class DimensionShown(Shown):
    code: str = Field(examples=["commune"])
    name: str
    categories: tuple[CategoryShown, ...]


class CellShown(Shown):
    place: tuple[str, ...] = Field(
        description="A category of each dimension; `all`: whatever it is.", examples=[["63338"]]
    )
    people: int | None = Field(description="Null: left out.", examples=[42])


class CellPrepared(CellShown):
    why: Why | None = Field(description="Why it is left out; this is not published.")


class TableShown(Shown):
    code: str = Field(examples=["people-by-commune"])
    name: str
    definition: str
    dimensions: tuple[DimensionShown, ...]
    cells: tuple[CellShown, ...]


class TablePrepared(TableShown):
    cells: tuple[CellPrepared, ...]


class ReleaseShown(Shown):
    id: UUID
    year: int
    published_at: datetime
    position: str = Field(description="Of the history, as it was counted.")


class PublicationShown(ReleaseShown):
    language: Language
    tables: tuple[TableShown, ...]


class PreparationShown(Shown):
    year: int
    communes: tuple[str, ...]
    position: str = Field(description="Send it to publish this.")
    mark: str = Field(description="Of these very tables: send it to publish this.")
    language: Language
    attacked: int = Field(description="Hidden numbers and changes that the attack went for.")
    recovered: int = Field(description="Those that it recovered: nothing is shown unless none.")
    left_out: dict[Why, int] = Field(description="How many numbers, and why.")
    tables: tuple[TablePrepared, ...]


class ReplayShown(Shown):
    same: int = Field(description="Published numbers that are counted again to the same.")
    different: int = Field(description="Those that are not: of people or entries gone since.")
    erased_since: int = Field(description="Pathways that were there then and were erased since.")

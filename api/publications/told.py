"""Say publications in a language."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from api.languages.choosing import Language
from api.languages.words import words_in
from api.publications.shown import (
    CategoryShown,
    CellPrepared,
    CellShown,
    DimensionShown,
    PreparationShown,
    PublicationShown,
    TablePrepared,
    TableShown,
)
from api.publications.words import CATEGORY, DEFINITIONS, DIMENSIONS, EVERYTHING, NAMES
from application.publication.prepare_release import Prepared
from domain.publication.catalogue import communes_in
from domain.publication.releases import Release
from domain.publication.tables import ALL, Dimension, Table


def told(release: Release, language: Language, *, position: str) -> PublicationShown:
    """What was published."""
    teller = Teller(language)
    return PublicationShown(
        id=release.id,
        year=release.tables.year,
        published_at=release.published_at,
        position=position,
        language=language,
        tables=tuple(
            TableShown(cells=teller.cells(table), **teller.around(table))
            for table in release.tables.tables
        ),
    )


def prepared(ready: Prepared, language: Language, *, position: str) -> PreparationShown:
    """What would be, and why the rest would not."""
    teller, tables = Teller(language), ready.released.tables
    why = {(cell.table, cell.place): reason for cell, reason in ready.released.why.items()}
    return PreparationShown(
        year=tables.year,
        communes=communes_in(tables),
        position=position,
        mark=ready.mark,
        language=language,
        attacked=ready.released.attacked,
        recovered=0,
        left_out=Counter(why.values()),
        tables=tuple(
            TablePrepared(
                cells=tuple(
                    CellPrepared(**dict(cell), why=why.get((table.outline.code, cell.place)))
                    for cell in teller.cells(table)
                ),
                **teller.around(table),
            )
            for table in tables.tables
        ),
    )


@dataclass(frozen=True, slots=True)
class Teller:
    language: Language

    def around(self, table: Table) -> dict[str, Any]:
        """What is said of a table beside its numbers."""
        code = table.outline.code
        return {
            "code": code,
            "name": self._(NAMES[code]),
            "definition": self._(DEFINITIONS[code]),
            "dimensions": tuple(self._dimension(one) for one in table.outline.dimensions),
        }

    def cells(self, table: Table) -> tuple[CellShown, ...]:
        return tuple(
            CellShown(place=place, people=number) for place, number in table.cells().items()
        )

    def _dimension(self, dimension: Dimension) -> DimensionShown:
        words = {**CATEGORY[dimension.code], ALL: EVERYTHING}
        return DimensionShown(
            code=dimension.code,
            name=self._(DIMENSIONS[dimension.code]),
            categories=tuple(
                CategoryShown(code=code, name=self._(words[code]) if code in words else code)
                for code in dimension.codes
            ),
        )

    def _(self, said: str) -> str:
        return words_in(self.language).gettext(said)

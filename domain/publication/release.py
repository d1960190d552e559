"""A release: the tables of one year that are published together, and never change afterwards."""

from typing import Self

from pydantic import Field, model_validator

from domain.kernel import Value
from domain.publication.tables import Dimension, Table

THRESHOLD = 11  # people: no published number is lower, none is hidden closer than that


class Tables(Value):
    """The tables of one year; those of a release are held together by what they share."""

    year: int = Field(ge=2000, le=2200)
    tables: tuple[Table, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        if len({table.outline.code for table in self.tables}) != len(self.tables):
            raise ValueError("each table has a code of its own")
        known = dict[str, Dimension]()
        for table in self.tables:
            for dimension in table.outline.dimensions:
                if known.setdefault(dimension.code, dimension) != dimension:
                    raise ValueError("the same dimension is the same in all tables")
        return self

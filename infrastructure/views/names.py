"""The search by name: blinded tokens narrow it down, the names themselves decide afterwards."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, Select, case, func, select

from application.views.caseload import CaseloadRow
from application.views.names import beginning_of
from application.views.ports import Blinds, Found, Labels
from application.views.reach import Reach
from infrastructure.views.caseload import CaseloadReader
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.reader import PATIENCE
from infrastructure.views.tables import names


class NamesReader(CaseloadReader):
    def __init__(
        self, engine: Engine, labels: Labels, blinds: Blinds, *, patience: float = PATIENCE
    ) -> None:
        super().__init__(engine, labels, patience=patience)
        self._blinds = blinds

    def named(
        self, reach: Reach, words: Sequence[str], *, at_most: int, min_position: int
    ) -> Found[CaseloadRow]:
        with self.at(min_position, reach) as (connection, position):
            likely = connection.scalars(self._likely(reach, words).limit(at_most)).all()
            rows = self.of_pathways(connection, reach, likely)
            return Found(rows, self.people(connection, likely), position)

    def _likely(self, reach: Reach, words: Sequence[str]) -> Select[Any]:
        """Pathways where each word begins as some word of the names, most whole words first."""
        begun = self._tokens(reach, {beginning_of(word) for word in words})
        whole = self._tokens(reach, set(words))
        how_many_begun = func.sum(case((names.c.token.in_(begun), 1), else_=0))
        return (
            select(names.c.pathway_id)
            .where(
                names.c.generation == live_generation("names"),
                names.c.organisation_id == reach.organisation_id,
                names.c.token.in_([*begun, *whole]),
            )
            .group_by(names.c.pathway_id)
            .having(how_many_begun == len(begun))
            .order_by(func.count().desc(), names.c.pathway_id)
        )

    def _tokens(self, reach: Reach, words: set[str]) -> list[bytes]:
        return [self._blinds.token(reach.organisation_id, word) for word in words]

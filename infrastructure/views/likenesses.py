"""Finds pathways by the signs that they share; for whoever keeps the views, never for a viewer."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Engine, select

from application.views.likenesses import NETWORK
from application.views.ports import Blinds
from infrastructure.views.checkpoint import live_generation
from infrastructure.views.tables import checkpoint, likenesses
from infrastructure.views.transactions import transaction


class LikenessTable:
    def __init__(self, engine: Engine, blinds: Blinds) -> None:
        self._engine = engine
        self._blinds = blinds

    def position(self) -> int:
        with transaction(self._engine, reading=True) as connection:
            position: int = connection.scalars(select(checkpoint.c.position)).one()
        return position

    def having(self, signs: Sequence[str], *, at_most: int) -> Sequence[UUID]:
        tokens = [self._blinds.token(NETWORK, sign) for sign in signs]
        query = (
            select(likenesses.c.pathway_id)
            .where(
                likenesses.c.generation == live_generation("likenesses"),
                likenesses.c.sign.in_(tokens),
            )
            .distinct()
            .order_by(likenesses.c.pathway_id)
            .limit(at_most)
        )
        with transaction(self._engine, reading=True) as connection:
            return connection.scalars(query).all()

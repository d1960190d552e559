"""`Erasures` on the desk's table."""

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from application.erasures.ports import Erasure, ErasureState, Party
from domain.pathway.erasing import ErasureReason
from infrastructure.desk import Desk
from infrastructure.erasures.tables import erasures

UNFINISHED = erasures.c.state.not_in([ErasureState.ASKED, ErasureState.CERTIFIED])
PLAIN = [field.name for field in fields(Erasure) if field.name not in {"asked_by", "approved_by"}]


class ErasuresInTables:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, erasure: Erasure) -> Erasure:
        try:
            with self._desk.writing() as connection:
                connection.execute(insert(erasures).values(_row(erasure)))
        except IntegrityError:
            return self.find(erasure.id) or erasure
        return erasure

    def find(self, erasure_id: UUID) -> Erasure | None:
        return next(iter(self._select(select(erasures).where(erasures.c.id == erasure_id))), None)

    def unfinished(self) -> list[Erasure]:
        return self._select(select(erasures).where(UNFINISHED).order_by(erasures.c.asked_at))

    def of_pathway(self, pathway_id: UUID) -> list[Erasure]:
        query = select(erasures).where(erasures.c.pathway_id == pathway_id)
        return self._select(query.order_by(erasures.c.asked_at))

    def parts_of(self, erasure_id: UUID) -> list[Erasure]:
        query = select(erasures).where(erasures.c.part_of == erasure_id)
        return self._select(query.order_by(erasures.c.id))

    def advance(self, erasure: Erasure, *, was: ErasureState) -> bool:
        moved = update(erasures).where(erasures.c.id == erasure.id, erasures.c.state == was)
        with self._desk.writing() as connection:
            return connection.execute(moved.values(_row(erasure))).rowcount == 1

    def _select(self, query: Select[Any]) -> list[Erasure]:
        with self._desk.reading() as connection:
            return [_erasure(row) for row in connection.execute(query).mappings()]


def _row(erasure: Erasure) -> dict[str, Any]:
    row = {name: getattr(erasure, name) for name in PLAIN}
    return row | _party("asked", erasure.asked_by) | _party("approved", erasure.approved_by)


def _party(did: str, party: Party | None) -> dict[str, UUID | None]:
    return {
        f"{did}_account_id": party.account_id if party else None,
        f"{did}_member_id": party.member_id if party else None,
        f"{did}_organisation_id": party.organisation_id if party else None,
    }


def _erasure(said: RowMapping) -> Erasure:
    return Erasure(
        **{name: said[name] for name in PLAIN}
        | {
            "reason": ErasureReason(said["reason"]),
            "state": ErasureState(said["state"]),
            "asked_by": _told(said, "asked"),
            "approved_by": _told(said, "approved"),
        }
    )


def _told(said: RowMapping, did: str) -> Party | None:
    if said[f"{did}_account_id"] is None:
        return None
    return Party(
        said[f"{did}_account_id"], said[f"{did}_member_id"], said[f"{did}_organisation_id"]
    )

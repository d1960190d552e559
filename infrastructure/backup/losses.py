"""Which entries of a history could not be opened with the keys there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from infrastructure.sealing.errors import MasterKeyWrong
from infrastructure.sealing.key_table import batches
from infrastructure.sealing.master_key import MasterKeys
from infrastructure.sealing.named_keys import events, named_keys
from infrastructure.sealing.tables import KeyState, keys


@dataclass(frozen=True, slots=True)
class Losses:
    """What a restore cannot bring back."""

    streams: Mapping[UUID, int] = field(default_factory=dict)  # entries lost in each
    keys: Mapping[UUID, UUID] = field(default_factory=dict)  # the streams that name lost keys
    purposes: bool = False  # e.g. what finds an account by its e-mail address
    epochs: tuple[int, ...] = ()  # which the master key file lacks
    history: int = 0  # entries of a history that is not in the backup

    @property
    def entries(self) -> int:
        return sum(self.streams.values())

    def __bool__(self) -> bool:
        return bool(self.streams or self.purposes or self.history)


def losses(history: Connection, kept: Connection, master: MasterKeys | None) -> Losses:
    """Compare every body with the keys; where there are no master keys, none can be used."""
    wrapped = select(keys.c.epoch).where(keys.c.wrapped.is_not(None)).distinct()
    epochs = set(kept.execute(wrapped).scalars())
    usable = {epoch for epoch in epochs if master and _unwraps(kept, epoch, master)}
    streams: Counter[UUID] = Counter()
    lost: dict[UUID, UUID] = {}
    for rows in named_keys(history):
        known = _known(kept, {row.key_id for row in rows}, usable)
        missing = [row for row in rows if row.key_id not in known]
        streams.update(row.stream_id for row in missing)
        lost |= {row.key_id: row.stream_id for row in missing}
    return Losses(
        streams=streams,
        keys=lost,
        purposes=_has_any(history) and not _keeps_purposes(kept, usable),
        epochs=tuple(sorted(epochs - usable)),
    )


def accept(losses: Losses, kept: Connection) -> None:
    """Have what is lost read as erased; what is known by a purpose is then made anew."""
    for some in batches(losses.keys):
        kept.execute(delete(keys).where(keys.c.key_id.in_(some)))
        kept.execute(insert(keys), [_lost(key_id, losses.keys[key_id]) for key_id in some])
    useless = keys.c.epoch.in_(losses.epochs) & keys.c.wrapped.is_not(None)
    kept.execute(delete(keys).where(useless))


def _lost(key_id: UUID, stream_id: UUID) -> dict[str, object]:
    state = {"state": KeyState.LOST, "epoch": 0, "made_at": 0}
    return {"key_id": key_id, "stream_id": stream_id, **state}


def _unwraps(kept: Connection, epoch: int, master: MasterKeys) -> bool:
    """Whether the master key file holds this epoch, tried on one key."""
    one = select(keys.c.key_id, keys.c.wrapped).where(
        keys.c.epoch == epoch, keys.c.wrapped.is_not(None)
    )
    key_id, wrapped = kept.execute(one.limit(1)).one()
    try:
        master.unwrap(key_id, epoch, wrapped)
    except MasterKeyWrong:
        return False
    return True


def _known(kept: Connection, key_ids: Iterable[UUID], usable: set[int]) -> set[UUID]:
    """Those of these keys that open, or were gone before and read as erased."""
    known: set[UUID] = set()
    for some in batches(key_ids):
        opens = keys.c.epoch.in_(usable) | keys.c.wrapped.is_(None)
        known |= set(
            kept.execute(select(keys.c.key_id).where(keys.c.key_id.in_(some), opens)).scalars()
        )
    return known


def _has_any(history: Connection) -> bool:
    return history.execute(select(events.c.position).limit(1)).first() is not None


def _keeps_purposes(kept: Connection, usable: set[int]) -> bool:
    kept_ones = keys.c.state == KeyState.PURPOSE, keys.c.epoch.in_(usable)
    return kept.execute(select(keys.c.key_id).where(*kept_ones).limit(1)).first() is not None

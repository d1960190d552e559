"""What a history and its keys hold, as a manifest says it."""

from typing import Any

from sqlalchemy import Connection, func, select

from infrastructure.sealing.named_keys import events
from infrastructure.sealing.opening import STORE_ID
from infrastructure.sealing.tables import keys


def contents_of_history(connection: Connection) -> dict[str, Any]:
    counted = select(func.count(), func.max(events.c.position)).select_from(events)
    count, last = connection.execute(counted).one()
    return {
        "store_id": connection.execute(STORE_ID).scalar_one(),
        "events": count,
        "last_position": last or 0,
    }


def contents_of_keys(connection: Connection) -> dict[str, Any]:
    count = connection.execute(select(func.count()).select_from(keys)).scalar_one()
    wrapped = select(keys.c.epoch).where(keys.c.wrapped.is_not(None)).distinct()
    return {"keys": count, "epochs": tuple(sorted(connection.execute(wrapped).scalars()))}

"""Many rows reach PostgreSQL in one statement: psycopg's pipeline mode may hang for ever."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Executable,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    bindparam,
    event,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from infrastructure.settings import Group
from tests.infrastructure.databases import engine_on, on_postgres
from tests.servers import Postgres

kept = Table(
    "kept",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
MANY = [{"id": number, "body": b"x" * 1_000} for number in range(2_000)]


def test_rows_inserted_go_together(postgres: Postgres, tmp_path: Path) -> None:
    said: list[str] = []
    with (
        on_postgres(postgres, tmp_path) as settings,
        engine_on(settings, Group.DESK) as engine,
        engine.begin() as connection,
    ):
        kept.create(connection)
        event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))
        connection.execute(insert(kept), MANY)
        assert len(connection.execute(select(kept.c.id)).all()) == len(MANY)
    assert len(said) < 20


CHANGED = kept.update().where(kept.c.id == bindparam("of")).values(body=bindparam("anew"))
NEW = insert(kept)
REPLACED = NEW.on_conflict_do_update(index_elements=["id"], set_={"body": NEW.excluded.body})


@pytest.mark.parametrize(
    ("statement", "rows"),
    [(CHANGED, [{"of": 1, "anew": b"a"}, {"of": 2, "anew": b"b"}]), (REPLACED, MANY)],
)
def test_what_would_go_one_by_one_is_refused(
    postgres: Postgres, tmp_path: Path, statement: Executable, rows: list[dict[str, Any]]
) -> None:
    with (
        on_postgres(postgres, tmp_path) as settings,
        engine_on(settings, Group.DESK) as engine,
        engine.begin() as connection,
    ):
        kept.create(connection)
        with pytest.raises(TypeError, match="one statement"):
            connection.execute(statement, rows)

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
    create_engine,
    select,
)

from infrastructure.bulk import BulkInsert

ONE, OTHER = UUID(int=1), UUID(int=2)
THINGS = Table(
    "things",
    MetaData(),
    Column("thing_id", Uuid, primary_key=True),
    Column("bytes", LargeBinary),
    Column("word", String(12)),
    Column("small", Integer),
    Column("large", BigInteger),
    Column("is_so", Boolean(create_constraint=False)),
    Column("day", Date),
)
WHOLE = (ONE, b"\0\xff", "Zoé", -1, 2**40, True, date(1969, 7, 20))
EMPTY = (OTHER, None, None, None, None, None, None)


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "sqlite":
        made = create_engine("sqlite://")
    else:
        url: str = request.getfixturevalue("postgres_url")
        made = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    THINGS.create(made)
    yield made
    made.dispose()


def test_rows_read_back_as_they_were_written(engine: Engine) -> None:
    with engine.begin() as connection:
        BulkInsert(THINGS, engine.dialect).run(connection, [WHOLE, EMPTY])
        rows = connection.execute(select(THINGS).order_by(THINGS.c.thing_id)).all()
    assert [tuple(row) for row in rows] == [WHOLE, EMPTY]


def test_a_row_of_the_same_key_is_replaced_where_that_is_meant(engine: Engine) -> None:
    later = (ONE, b"", "Ana", 0, 0, False, date(2026, 1, 1))
    with engine.begin() as connection:
        BulkInsert(THINGS, engine.dialect).run(connection, [WHOLE])
        BulkInsert(THINGS, engine.dialect, replacing=True).run(connection, [later, EMPTY])
        rows = connection.execute(select(THINGS).order_by(THINGS.c.thing_id)).all()
    assert [tuple(row) for row in rows] == [later, EMPTY]


def test_nothing_to_write_is_written_at_once(engine: Engine) -> None:
    with engine.begin() as connection:
        BulkInsert(THINGS, engine.dialect).run(connection, [])
        assert connection.execute(select(THINGS)).all() == []

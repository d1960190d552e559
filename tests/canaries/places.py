"""Where canaries could be: files, and what PostgreSQL and Redis keep, as bytes."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import redis
from psycopg import sql

from infrastructure.settings import Group, Settings
from tests.canaries.values import needles
from tests.servers import Postgres, Redis

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
NEEDLES = needles()


def found_in(contents: Iterator[tuple[str, bytes]]) -> set[str]:
    """The places that hold any part of any canary, however it is spelt."""
    return {name for name, content in contents if any(needle in content for needle in NEEDLES)}


def files(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Every file: databases with their write-ahead logs, traces, backups, logs, letters."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                yield str(path.relative_to(folder)), path.read_bytes()


def dumps(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every table as `pg_dump` writes it, and in its binary form."""
    for group in (Group.EVENTS, Group.KEYS):
        with psycopg.connect(settings.postgres_of(group)) as connection:
            for (name,) in connection.execute(TABLES).fetchall():
                for form in ("text", "binary"):
                    yield f"{name} as {form}", copied(connection, name, form)


def copied(connection: psycopg.Connection, table: str, form: str) -> bytes:
    statement = sql.SQL("COPY {} TO STDOUT (FORMAT {})").format(
        sql.Identifier(table), sql.SQL(form)
    )
    with connection.cursor().copy(statement) as chunks:
        return b"".join(chunks)


def server_files(server: Postgres) -> Iterator[tuple[str, bytes]]:
    """The data folder of PostgreSQL: pages, write-ahead log, its own log."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    yield from files(Path(server.server.pgdata))


def redis_dump(server: Redis, folder: Path) -> Iterator[tuple[str, bytes]]:
    """What Redis would write of itself."""
    with redis.Redis.from_url(server.url) as client:
        client.config_set("dir", str(folder))
        client.config_set("dbfilename", "dump.rdb")
        client.config_set("rdbcompression", "no")
        client.save()
    yield "dump.rdb", (folder / "dump.rdb").read_bytes()

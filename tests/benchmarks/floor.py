"""The floor: one raw durable insert and its commit, on the same server or disk, nothing else."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg

BODY = b"x" * 300  # about what a sealed fact weighs


def postgres_floor(url: str) -> Callable[[], None]:
    """One prepared autocommitted INSERT on an open connection."""
    connection = psycopg.connect(url, autocommit=True)
    connection.execute("CREATE TABLE IF NOT EXISTS floor (id bigserial PRIMARY KEY, body bytea)")

    def insert() -> None:
        connection.execute("INSERT INTO floor (body) VALUES (%b)", (BODY,), prepare=True)

    return insert


def sqlite_floor(folder: Path) -> Callable[[], None]:
    """One INSERT and its commit in WAL mode with synchronous=FULL."""
    connection = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS floor (id INTEGER PRIMARY KEY, body BLOB)")

    def insert() -> None:
        connection.execute("INSERT INTO floor (body) VALUES (?)", (BODY,))

    return insert

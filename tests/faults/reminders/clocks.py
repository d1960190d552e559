"""Clocks that were set wrong: that of a process, or that of the database and all who ask it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event

import psycopg
from psycopg import sql
from pydantic import SecretStr
from sqlalchemy import Engine, event, make_url

from infrastructure.settings import Settings

OF_1970, DAY = 2_440_587.5, 86_400  # as Julian days count; seconds
NOW = "CREATE FUNCTION {}.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS {}"
TOLD = "SELECT pg_catalog.clock_timestamp() + (SELECT step FROM {}.clock_step)"


class OneLook(Event):
    """Stops a loop once it found nothing to do, or failed."""

    def wait(self, timeout: float | None = None) -> bool:  # noqa: ARG002 (the event's signature)
        self.set()
        return True


class DatabaseClock:
    """The clock of an installation's database, until the end of a block; it can be set."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._step = timedelta(0)

    @contextmanager
    def settable(self) -> Iterator[Settings]:
        """The settings by which the database is reached whose clock can be set."""
        if self._settings.embedded:
            event.listen(Engine, "connect", self._prepare)
            try:
                yield self._settings
            finally:
                event.remove(Engine, "connect", self._prepare)
        else:
            yield self._asking_ours()

    def set(self, step: timedelta) -> None:
        self._step = step
        if not self._settings.embedded:
            self._run(sql.SQL("UPDATE {}.clock_step SET step = {}"), sql.Literal(step))

    def _prepare(self, connection: object, _: object) -> None:
        connection.create_function("julianday", 1, self._julian)  # type: ignore[attr-defined]

    def _julian(self, _: str) -> float:
        return OF_1970 + (time.time() + self._step.total_seconds()) / DAY

    def _asking_ours(self) -> Settings:
        """A function of the same name, in the schema that is looked at before PostgreSQL's own."""
        self._run(sql.SQL("CREATE TABLE {}.clock_step AS SELECT interval '0' AS step"))
        told = sql.SQL(TOLD).format(self._schema()).as_string(None)
        self._run(sql.SQL(NOW), sql.Literal(told))
        url = make_url(self._settings.database_url.get_secret_value())
        path = f"-csearch_path={self._name()},pg_catalog"
        ours = url.update_query_dict({"options": path})
        told_url = SecretStr(ours.render_as_string(hide_password=False))
        return self._settings.model_copy(update={"database_url": told_url})

    def _name(self) -> str:
        url = make_url(self._settings.database_url.get_secret_value())
        return str(url.query["options"]).removeprefix("-csearch_path=")

    def _schema(self) -> sql.Identifier:
        return sql.Identifier(self._name())

    def _run(self, statement: sql.SQL, *literals: sql.Composable) -> None:
        url = self._settings.database_url.get_secret_value()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.format(self._schema(), *literals))

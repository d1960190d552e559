"""An installation made by the owner of its tables, as its processes reach it: by least roles."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from psycopg import sql
from pydantic import SecretStr
from sqlalchemy import make_url

from infrastructure.settings import Settings
from tests.infrastructure.databases import installed, on_postgres
from tests.servers import Postgres

ENDS = ("DROP OWNED BY {}", "DROP ROLE {}")


@contextmanager
def role_on(postgres: Postgres, name: str) -> Iterator[str]:
    role = f"{name}_{uuid4().hex}"
    postgres.run(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
    try:
        yield role
    finally:
        for end in ENDS:
            postgres.run(sql.SQL(end).format(sql.Identifier(role)))


@contextmanager
def by_least_roles(
    postgres: Postgres, folder: Path, *, projector: bool = True
) -> Iterator[Settings]:
    """One role for the application, another for the projector unless it is to do without."""
    with (
        role_on(postgres, "app") as app,
        role_on(postgres, "projector") as keeper,
        on_postgres(postgres, folder) as owner,
    ):
        roles = {"database_role": app, "projector_role": keeper if projector else ""}
        installed(owner.model_copy(update=roles))
        database, keys = (url.get_secret_value() for url in (owner.database_url, owner.keys_url))
        urls = {
            "database_url": _of(app, database),
            "projector_url": _of(keeper, database) if projector else SecretStr(""),
            "keys_url": _of(app, keys),
        }
        yield owner.model_copy(update=urls)


def _of(role: str, url: str) -> SecretStr:
    return SecretStr(make_url(url).set(username=role).render_as_string(hide_password=False))

"""Bring every group of tables to its newest version; the only place where tables are made."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.exc import InterfaceError, OperationalError

from application.refusals import StoreUnavailable
from infrastructure.databases import open_engine
from infrastructure.migrations.wall import raise_wall
from infrastructure.settings import Group, Settings

HERE = Path(__file__).parent


def migrate(settings: Settings, *groups: Group, to: str = "head") -> None:
    """Migrate these groups, or all; safe when several processes start at once.

    Each group is one transaction under a lock: whoever comes second finds the work done.
    """
    for group in groups or Group:
        engine = open_engine(settings, group)
        try:
            with engine.begin() as connection:
                _wait_for_others(connection)
                _admit(connection, settings.database_role)
                command.upgrade(_config(connection, group, settings), to)
                if group is Group.VIEWS and to == "head":
                    _wall(connection, settings)
        except (InterfaceError, OperationalError) as error:
            raise StoreUnavailable from error
        finally:
            engine.dispose()


def _wall(connection: Connection, settings: Settings) -> None:
    if connection.dialect.name == "postgresql":  # SQLite has no roles and no policies
        raise_wall(connection, settings)


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # BEGIN IMMEDIATE is the lock of a SQLite file
        name = "'cordee.migrate.' || current_schema()"
        connection.execute(text(f"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))"))


def _admit(connection: Connection, role: str) -> None:
    """Let the role of the running processes in; each version grants what it makes."""
    if connection.dialect.name == "postgresql" and role:
        quote = connection.dialect.identifier_preparer.quote_identifier
        schema = connection.execute(text("SELECT current_schema()")).scalar_one()
        connection.execute(text(f"GRANT USAGE ON SCHEMA {quote(schema)} TO {quote(role)}"))


def _config(connection: Connection, group: Group, settings: Settings) -> Config:
    config = Config()
    config.set_main_option("script_location", _escaped(HERE))
    config.set_main_option("version_locations", _escaped(HERE / group / "versions"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = f"{group}_version"
    config.attributes["role"] = settings.database_role
    return config


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")  # Alembic reads `%` as the start of an interpolation

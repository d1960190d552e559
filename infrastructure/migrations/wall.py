"""Raises the wall of the views on PostgreSQL: policies that bind even who owns the tables."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, text

from infrastructure.databases import KEEPING
from infrastructure.settings import Settings
from infrastructure.views.tables import OF_VIEW, metadata
from infrastructure.views.wall import shown

WRITES = "INSERT, UPDATE, DELETE"
STANDING = text(
    "SELECT polrelid::regclass::text AS name, obj_description(oid, 'pg_policy') AS digest"
    " FROM pg_policy WHERE polname = 'keeper' AND polrelid = ANY (CAST(:tables AS regclass[]))"
)


def raise_wall(connection: Connection, settings: Settings) -> None:
    """Make policies and grants what the code and the settings say; those that stand are left.

    Only the owner of the tables can; a table without a policy shows nothing to anybody.
    """
    quote = connection.dialect.identifier_preparer.quote_identifier
    owner = connection.execute(text("SELECT current_user")).scalar_one()
    reader = settings.database_role or owner
    keeper = settings.projector_role or reader
    _grant(connection, quote(reader), quote(keeper), owner=quote(owner))
    tables = [table.name for table in OF_VIEW.values()]
    standing = {row.name: row.digest for row in connection.execute(STANDING, {"tables": tables})}
    keepers = ", ".join(dict.fromkeys((quote(keeper), quote(owner))))
    for view, table in OF_VIEW.items():
        statements = list(_policies(view, table.name, keepers))
        digest = sha256("".join(statements).encode()).hexdigest()
        if standing.get(table.name) != digest:  # changing one keeps readers waiting
            for statement in (*statements, _comment(table.name, digest)):
                connection.exec_driver_sql(statement)


def _policies(view: str, table: str, keepers: str) -> Iterator[str]:
    is_kept = f"current_setting('{KEEPING}', true) = 'on'"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    for policy in ("viewer", "keeper"):
        yield f"DROP POLICY IF EXISTS {policy} ON {table}"
    yield f"CREATE POLICY viewer ON {table} FOR SELECT USING ({shown(view)})"
    yield f"CREATE POLICY keeper ON {table} TO {keepers} USING ({is_kept}) WITH CHECK ({is_kept})"


def _comment(table: str, digest: str) -> str:
    return f"COMMENT ON POLICY keeper ON {table} IS '{digest}'"


def _grant(connection: Connection, reader: str, keeper: str, *, owner: str) -> None:
    """Who reads may write nothing, where another role keeps the views."""
    tables = ", ".join(metadata.tables)
    if keeper not in {reader, owner}:
        schema = connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one()
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {keeper}")
    if keeper != owner:
        connection.exec_driver_sql(f"GRANT SELECT, {WRITES} ON {tables} TO {keeper}")
    if reader not in {keeper, owner}:
        connection.exec_driver_sql(f"REVOKE {WRITES} ON {tables} FROM {reader}")
        connection.exec_driver_sql(f"GRANT SELECT ON {tables} TO {reader}")

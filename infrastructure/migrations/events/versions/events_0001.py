"""The history, which nothing may rewrite, and the answers given to commands."""

from pathlib import Path

from alembic import context, op

revision = "events_0001"
down_revision = None

HERE = Path(__file__).parent


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    script = (HERE / f"{revision}_{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n\n"):  # two empty lines end a statement
        op.get_bind().exec_driver_sql(statement)
    role = context.config.attributes["role"]
    if dialect == "postgresql" and role:
        _grant(op.get_bind().dialect.identifier_preparer.quote_identifier(role))


def _grant(role: str) -> None:
    for grant in (
        f"REVOKE ALL ON events, commands FROM {role}",
        f"GRANT SELECT, INSERT ON events TO {role}",
        f"GRANT SELECT, INSERT, DELETE ON commands TO {role}",  # purged after 30 days
    ):
        op.execute(grant)

"""Who looked at whose data; kept apart from the history, with a retention of its own."""

import sqlalchemy as sa
from alembic import context, op

from infrastructure.views.columns import Id, Instant

revision = "traces_0001"
down_revision = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "traces",
        sa.Column("id", number, sa.Identity(), primary_key=True),
        sa.Column("at", Instant, nullable=False, index=True),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("organisation_id", Id, nullable=False),
        sa.Column("pathway_id", Id, nullable=False, index=True),
        sa.Column("look", sa.String(16), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("as_of", Instant),
        sa.Column("grounds", sa.String(255), nullable=False),
        sa.Column("classes", sa.String(255), nullable=False),
        sqlite_autoincrement=True,
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, DELETE ON traces TO {quoted}")  # their retention ends

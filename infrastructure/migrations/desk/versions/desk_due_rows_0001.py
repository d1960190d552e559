"""What is due, and how far the history was read to plan it."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_due_rows_0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "due_rows",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("pathway_id", sa.Uuid, nullable=False, index=True),
        sa.Column("cause_id", sa.Uuid, nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("rule_id", sa.String, nullable=False),
        sa.Column("pack_version", sa.String, nullable=False),
        sa.Column("message_type", sa.String, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("look_at", sa.BigInteger, index=True),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("rests", sa.Integer, nullable=False, server_default="0"),
        sa.Column("cuts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("reason", sa.String),
    )
    followers = op.create_table(
        "followers",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(followers, [{"name": "reminders", "position": 0}])
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON due_rows TO {quoted}")
        op.execute(f"GRANT SELECT, UPDATE ON followers TO {quoted}")

"""The replies that may come to reminders: digests of links and of the numbers they went to."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_replies_0001"
down_revision = "desk_due_rows_0002"


def upgrade() -> None:
    op.create_table(
        "awaited_replies",
        sa.Column("token_digest", sa.LargeBinary, primary_key=True),
        sa.Column("due_id", sa.Uuid, primary_key=True),
        sa.Column("pathway_id", sa.Uuid, nullable=False, index=True),
        sa.Column("cause", sa.String, nullable=False),
        sa.Column("cause_id", sa.Uuid, nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("rule_id", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False, index=True),
        sa.Column("reach_token", sa.LargeBinary, nullable=False, index=True),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, DELETE ON awaited_replies TO {quoted}")

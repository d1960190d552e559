"""Who wants one letter a day about their inbox, in which language, and when."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_digests_0001"
down_revision = "desk_inbox_0002"


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("account_id", sa.Uuid, primary_key=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("look_at", sa.BigInteger, nullable=False, index=True),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON digests TO {quoted}")

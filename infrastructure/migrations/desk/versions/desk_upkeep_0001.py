"""When the installation was last backed up, and its keys rotated, by whoever keeps it."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_upkeep_0001"
down_revision = "desk_digests_0001"


def upgrade() -> None:
    op.create_table(
        "upkeep",
        sa.Column("work", sa.String(16), primary_key=True),
        sa.Column("done_at", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON upkeep TO {quoted}")

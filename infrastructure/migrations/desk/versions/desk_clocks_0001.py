"""The pathways on which something may come due by itself."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_clocks_0001"
down_revision = "desk_accounts_0002"

followers = sa.table("followers", sa.column("name"), sa.column("position"))


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("pathway_id", sa.Uuid, primary_key=True),
        sa.Column("look_at", sa.BigInteger, nullable=False, index=True),
    )
    op.bulk_insert(followers, [{"name": "clocks", "position": 0}])
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON watches TO {quoted}")

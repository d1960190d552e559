"""Which epoch keys are wrapped under from now on: no process goes on with an older one."""

import sqlalchemy as sa
from alembic import context, op

revision = "keys_0002"
down_revision = "keys_0001"


def upgrade() -> None:
    op.create_table("key_epoch", sa.Column("epoch", sa.Integer, nullable=False))
    op.execute("INSERT INTO key_epoch (epoch) SELECT COALESCE(max(epoch), 1) FROM keys")
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, UPDATE ON key_epoch TO {quoted}")
        op.execute(f"GRANT SELECT ON keys_version TO {quoted}")  # to back the keys up

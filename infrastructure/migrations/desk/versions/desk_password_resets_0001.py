"""Who asked for a new password, and the digest of the code that they were sent."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_password_resets_0001"
down_revision = "desk_member_names_0001"


def upgrade() -> None:
    op.create_table(
        "password_resets",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("account_id", sa.Uuid, index=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=False, index=True),
        sa.Column("code_digest", sa.LargeBinary, unique=True),
        sa.Column("expires_at", sa.BigInteger),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON password_resets TO {quoted}")

"""Sessions that are listed, and ended one by one: each has an id of its own and a beginning."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_sessions_0001"
down_revision = "desk_traces_0001"


def upgrade() -> None:
    op.drop_table("sessions")  # those who are signed in sign in once more
    op.create_table(
        "sessions",
        sa.Column("token_digest", sa.LargeBinary, primary_key=True),
        sa.Column("id", sa.Uuid, nullable=False, unique=True),
        sa.Column("account_id", sa.Uuid, nullable=False, index=True),
        sa.Column("opened_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False, index=True),
        sa.Column("membership_id", sa.Uuid),
        sa.Column("organisation_id", sa.Uuid),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO {quoted}")

"""Who may sign in: accounts, their memberships, living sessions, failed attempts."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_accounts_0001"
down_revision = "desk_due_rows_0001"


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("email_token", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("email_sealed", sa.LargeBinary, nullable=False),
        sa.Column("password_hash", sa.String, nullable=False),
        sa.Column("opened_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "memberships",
        sa.Column("membership_id", sa.Uuid, primary_key=True),
        sa.Column("account_id", sa.Uuid, nullable=False, index=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token_digest", sa.LargeBinary, primary_key=True),
        sa.Column("account_id", sa.Uuid, nullable=False, index=True),
        sa.Column("expires_at", sa.BigInteger, nullable=False, index=True),
        sa.Column("membership_id", sa.Uuid),
        sa.Column("organisation_id", sa.Uuid),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("pair_token", sa.LargeBinary, primary_key=True),
        sa.Column("address_token", sa.LargeBinary, nullable=False, index=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_at", sa.BigInteger, nullable=False),
        sa.Column("known", sa.Boolean, nullable=False),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE"
            f" ON accounts, memberships, sessions, sign_in_attempts TO {quoted}"
        )

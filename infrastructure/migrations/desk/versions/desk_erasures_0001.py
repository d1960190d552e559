"""Erasures: who asked, who approved, and how far each has come."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_erasures_0001"
down_revision = "desk_accounts_0001"


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("pathway_id", sa.Uuid, nullable=False, index=True),
        sa.Column("entry_id", sa.Uuid),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("asked_account_id", sa.Uuid),
        sa.Column("asked_member_id", sa.Uuid),
        sa.Column("asked_organisation_id", sa.Uuid),
        sa.Column("approved_at", sa.BigInteger),
        sa.Column("approved_account_id", sa.Uuid),
        sa.Column("approved_member_id", sa.Uuid),
        sa.Column("approved_organisation_id", sa.Uuid),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("facts", sa.Integer, nullable=False),
        sa.Column("keys", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("certified_epoch", sa.Integer, nullable=False),
        sa.Column("certified_at", sa.BigInteger),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON erasures TO {quoted}")

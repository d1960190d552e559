"""What members are told of, who has read it, and how far the history was read for it."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_inbox_0001"
down_revision = "desk_password_resets_0001"

followers = sa.table("followers", sa.column("name"), sa.column("position"))


def upgrade() -> None:
    op.create_table(
        "inbox_items",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("member_id", sa.Uuid),
        sa.Column("pathway_id", sa.Uuid, nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("cause", sa.String, nullable=False),
        sa.Column("cause_id", sa.Uuid, nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("data_class", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, index=True),
        sa.Column("rule_id", sa.String),
        sa.Column("due_id", sa.Uuid),
        sa.Index("ix_inbox_items_in_order", "organisation_id", "at", "id"),
    )
    op.create_table(
        "inbox_reads",
        sa.Column("item_id", sa.Uuid, primary_key=True),
        sa.Column("member_id", sa.Uuid, primary_key=True),
        sa.Column("read_at", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(followers, [{"name": "inbox", "position": 0}])
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, DELETE ON inbox_items, inbox_reads TO {quoted}")

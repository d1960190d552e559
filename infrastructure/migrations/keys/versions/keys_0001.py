"""The keys, wrapped, and how far the sweep of unused ones has come."""

import sqlalchemy as sa
from alembic import context, op

revision = "keys_0001"
down_revision = None

STATES = ("ready", "used", "purpose", "destroyed", "lost")


def upgrade() -> None:
    op.create_table(
        "keys",
        sa.Column("key_id", sa.Uuid, primary_key=True),
        sa.Column("wrapped", sa.LargeBinary),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("stream_id", sa.Uuid),
        sa.CheckConstraint(sa.column("state").in_(STATES), name="keys_state"),
        sa.CheckConstraint(
            "(wrapped IS NULL) = (state IN ('destroyed', 'lost'))", name="keys_gone_or_not"
        ),
    )
    op.create_index(
        "keys_ready",
        "keys",
        ["made_at"],
        postgresql_where=sa.text("state = 'ready'"),
        sqlite_where=sa.text("state = 'ready'"),
    )
    sweep = op.create_table("key_sweep", sa.Column("position", sa.BigInteger, nullable=False))
    op.bulk_insert(sweep, [{"position": 0}])
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        _grant(op.get_bind().dialect.identifier_preparer.quote_identifier(role))


def _grant(role: str) -> None:
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON keys TO {role}")
    op.execute(f"GRANT SELECT, UPDATE ON key_sweep TO {role}")

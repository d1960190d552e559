"""How gateways named the letters they took, so that what they tell later finds its rows."""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_letter_names_0001"
down_revision = "desk_replies_0001"


def upgrade() -> None:
    op.create_table(
        "letter_names",
        sa.Column("token", sa.LargeBinary, primary_key=True),
        sa.Column("key", sa.Uuid, nullable=False),
        sa.Column("noted_at", sa.BigInteger, nullable=False, index=True),
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, DELETE ON letter_names TO {quoted}")

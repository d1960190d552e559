"""Which reminder rules are in force since when, and how far each was planned over all pathways.

Rules that had planned something before are in force since always.
"""

import sqlalchemy as sa
from alembic import context, op

revision = "desk_reminder_rules_0001"
down_revision = "desk_dead_letters_0001"


def upgrade() -> None:
    op.create_table(
        "reminder_rules",
        sa.Column("rule_id", sa.String, primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("off", sa.Boolean, nullable=False),
    )
    op.create_table(
        "reminder_passes",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("reached", sa.Uuid),
        sa.Column("done", sa.Boolean, nullable=False),
    )
    op.execute(
        "INSERT INTO reminder_rules (rule_id, since, off)"
        " SELECT DISTINCT rule_id, 0, false FROM due_rows"
    )
    role = context.config.attributes["role"]
    if op.get_bind().dialect.name == "postgresql" and role:
        quoted = op.get_bind().dialect.identifier_preparer.quote_identifier(role)
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON reminder_rules, reminder_passes TO {quoted}")

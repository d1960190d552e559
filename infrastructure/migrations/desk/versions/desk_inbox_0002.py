"""Items are found by the reminder that they are about."""

from alembic import op

revision = "desk_inbox_0002"
down_revision = "desk_reminder_rules_0001"


def upgrade() -> None:
    op.create_index("ix_inbox_items_due_id", "inbox_items", ["due_id"])

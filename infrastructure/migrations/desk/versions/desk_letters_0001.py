"""Rows that leave as one letter remember which."""

import sqlalchemy as sa
from alembic import op

revision = "desk_letters_0001"
down_revision = "desk_inbox_0001"


def upgrade() -> None:
    op.add_column("due_rows", sa.Column("letter_id", sa.Uuid))
    op.create_index("ix_due_rows_letter_id", "due_rows", ["letter_id"])

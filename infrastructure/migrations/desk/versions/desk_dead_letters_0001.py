"""When a due row ended, who settled it by hand and when, and what is urgent found at once."""

import sqlalchemy as sa
from alembic import op

revision = "desk_dead_letters_0001"
down_revision = "desk_letter_names_0001"


def upgrade() -> None:
    op.add_column("due_rows", sa.Column("ended_at", sa.BigInteger))
    op.add_column("due_rows", sa.Column("settled_at", sa.BigInteger))
    op.add_column("due_rows", sa.Column("settled_by", sa.String))
    op.create_index("ix_due_rows_ended_at", "due_rows", ["ended_at"])
    op.create_index(
        "ix_due_rows_urgent",
        "due_rows",
        ["look_at"],
        postgresql_where=sa.text("urgent"),
        sqlite_where=sa.text("urgent = 1"),
    )

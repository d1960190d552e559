"""What a due row speaks of, whom it tells, and whether it is urgent; until now, appointments."""

import sqlalchemy as sa
from alembic import op

revision = "desk_due_rows_0002"
down_revision = "desk_letters_0001"


def upgrade() -> None:
    for name, value in (("trigger", "appointment"), ("audience", "person")):
        op.add_column("due_rows", sa.Column(name, sa.String, nullable=False, server_default=value))
    op.add_column(
        "due_rows", sa.Column("urgent", sa.Boolean, nullable=False, server_default=sa.false())
    )

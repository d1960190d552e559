"""What people answered to reminders, on the agenda."""

import sqlalchemy as sa
from alembic import op

revision = "views_answers_0001"
down_revision = "views_retention_0001"


def upgrade() -> None:
    op.add_column("view_agenda", sa.Column("answer", sa.String(32)))
    # where something was recorded, it keeps its version and is made again from the history
    op.execute(
        "UPDATE view_generations SET version = 2 WHERE view = 'agenda' AND version = 1"
        " AND NOT EXISTS (SELECT 1 FROM view_checkpoint WHERE position > 0)"
    )

"""The caseload tells the end of an organisation's access: an empty one does so already."""

from alembic import op

revision = "views_retention_0001"
down_revision = "views_duplicates_0001"


def upgrade() -> None:
    # where something was recorded, it keeps its version and is made again from the history
    op.execute(
        "UPDATE view_generations SET version = 2 WHERE view = 'caseload' AND version = 1"
        " AND NOT EXISTS (SELECT 1 FROM view_checkpoint WHERE position > 0)"
    )

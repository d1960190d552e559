"""What each activity adds to the figures; more that each pathway does."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id

revision = "views_figures_0001"
down_revision = "views_activities_0001"


def upgrade() -> None:
    op.create_table(
        "view_activity_figures",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("activity_id", Id, primary_key=True),
        sa.Column("said", sa.LargeBinary, nullable=False),
    )
    # of version 0 where something was recorded before: it is to be made again from it
    op.execute(
        "INSERT INTO view_generations (view, live, version)"
        " SELECT 'activity_figures', 1, CASE WHEN position > 0 THEN 0 ELSE 1 END"
        " FROM view_checkpoint"
    )
    op.execute(
        "UPDATE view_generations SET version = 2 WHERE view = 'observatory' AND version = 1"
        " AND NOT EXISTS (SELECT 1 FROM view_checkpoint WHERE position > 0)"
    )

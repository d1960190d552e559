"""The activities of each organisation."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id, Instant

revision = "views_activities_0001"
down_revision = "views_observatory_0001"


def upgrade() -> None:
    op.create_table(
        "view_activities",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("activity_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("starts_at", Instant, nullable=False),
        sa.Column("ends_at", Instant),
        sa.Column("place", sa.LargeBinary),
    )
    place = ["generation", "organisation_id", "starts_at", "activity_id"]
    op.create_index("view_activities_by_time", "view_activities", place)
    # of version 0 where something was recorded before: they are to be made again from it
    op.execute(
        "INSERT INTO view_generations (view, live, version) SELECT 'activities', 1,"
        " CASE WHEN position > 0 THEN 0 ELSE 1 END FROM view_checkpoint"
    )

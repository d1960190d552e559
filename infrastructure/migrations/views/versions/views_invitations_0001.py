"""The invitations that await an organisation's answer."""

import sqlalchemy as sa
from alembic import op

from infrastructure.views.columns import Id, Instant

revision = "views_invitations_0001"
down_revision = "views_wall_0001"


def upgrade() -> None:
    op.create_table(
        "view_invitations",
        sa.Column("generation", sa.Integer, primary_key=True),
        sa.Column("pathway_id", Id, primary_key=True),
        sa.Column("organisation_id", Id, primary_key=True),
        sa.Column("since", Instant, nullable=False),
        sa.Column("invited_by", Id, nullable=False),
    )
    place = ["generation", "organisation_id", "since", "pathway_id"]
    op.create_index("view_invitations_by_time", "view_invitations", place)
    # of version 0 where something was recorded before: they are to be made again from it
    op.execute(
        "INSERT INTO view_generations (view, live, version) SELECT 'invitations', 1,"
        " CASE WHEN position > 0 THEN 0 ELSE 1 END FROM view_checkpoint"
    )
